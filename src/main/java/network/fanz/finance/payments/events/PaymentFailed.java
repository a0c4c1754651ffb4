package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;

/** A payment was declined, or not finished by its buyer, and nothing was taken. */
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
    private static final String ABANDONED = "abandoned";

    /** Whether its buyer cancelled it or did not finish: nobody has said no. */
    public boolean abandoned() {
        return ABANDONED.equals(reason);
    }

    @Override
    public String key() {
        return payment.toString();
    }
}
