package network.fanz.finance.ledger.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A posting is durable.
 *
 * @param posting the posting's id
 * @param referenceType the kind of thing that the posting is for, such as {@code payment}
 * @param referenceId the id of that thing
 * @param firstSeq the sequence number of its first transfer
 * @param legs how many legs it has
 */
@EventType("transaction_posted")
public record TransactionPosted(
        UUID posting, String referenceType, String referenceId, long firstSeq, int legs, Instant postedAt)
        implements DomainEvent {
    @Override
    public String key() {
        return referenceType + ":" + referenceId;
    }
}
