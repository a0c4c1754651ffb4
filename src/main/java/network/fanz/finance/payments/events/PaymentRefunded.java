package network.fanz.finance.payments.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A settled payment has been given back in full.
 *
 * @param kind tip, pass or ppv, in lower case
 * @param item the pass or the work that was bought; null for a tip
 * @param price what the buyer pays
 * @param fee what the platform keeps of it
 * @param share what the creator gets of it
 */
@EventType("payment_refunded")
public record PaymentRefunded(
        UUID payment,
        AccountId buyer,
        AccountId seller,
        String kind,
        @Nullable UUID item,
        Money price,
        Money fee,
        Money share,
        String platform,
        Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return payment.toString();
    }
}
