package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;

/**
 * The ledger has refused a posting of a payment whose money has moved at the provider, or has come back there. The payment stays where it
 * is and is tried again, but people must look at it.
 *
 * @param step {@code hold}, {@code post}, {@code reverse} or {@code book_again}
 * @param reason the ledger's, such as {@code account_frozen}
 */
@EventType("posting_refused")
public record PostingRefused(UUID payment, String step, String reason, Money price, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return payment.toString();
    }
}
