package network.fanz.finance.ledger.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A posting is durable.
 *
 * @param posting the posting's id
 * @param referenceType the kind of thing that the posting is for, such as {@code payment}
 * @param referenceId the id of that thing
 * @param firstSeq the sequence number of its first transfer
 * @param legs how many legs it has
 * @param keeper which part of the program it belongs to, such as {@code payments} or {@code hand}; null in events from before that was
 *     written down
 */
@EventType("transaction_posted")
public record TransactionPosted(
        UUID posting,
        String referenceType,
        String referenceId,
        long firstSeq,
        int legs,
        Instant postedAt,
        @Nullable String keeper)
        implements DomainEvent {
    @Override
    public String key() {
        return referenceType + ":" + referenceId;
    }
}
