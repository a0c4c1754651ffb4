package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;

/**
 * A refund that was asked for came to nothing: the money is where it was before.
 *
 * @param reason {@code not_covered}, {@code account_shut} or {@code provider_refused}
 */
@EventType("refund_refused")
public record RefundRefused(
        UUID payment, AccountId buyer, AccountId seller, String reason, Money price, String platform, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return payment.toString();
    }
}
