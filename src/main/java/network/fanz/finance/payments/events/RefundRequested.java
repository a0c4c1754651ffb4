package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;

/** Somebody with the right to it has asked for a settled payment to be given back. */
@EventType("refund_requested")
public record RefundRequested(UUID payment, AccountId by, Money price, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return payment.toString();
    }
}
