package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;

/** A payment was declined and nothing was taken. */
@EventType("payment_failed")
public record PaymentFailed(
        UUID payment,
        AccountId buyer,
        AccountId seller,
        String kind,
        String reason,
        Money price,
        String platform,
        Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return payment.toString();
    }
}
