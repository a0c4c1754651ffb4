package network.fanz.finance.payments;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A payment to make.
 *
 * @param item the pass or the work that is bought; null for a tip
 * @param price what the buyer pays, fees included
 * @param message what the buyer writes with it; tips alone have one
 * @param onlyIfAnswered whether to refuse it while a bank has not answered an earlier payment of the buyer's for the same item
 * @param method a saved way to pay; null for the provider's page
 * @param key the buyer's idempotency key: buyer and key make the payment's id
 */
public record NewPayment(
        AccountId buyer,
        AccountId seller,
        PaymentKind kind,
        @Nullable UUID item,
        Money price,
        @Nullable TipMessage message,
        @Nullable UUID method,
        boolean onlyIfAnswered,
        Origin origin,
        String key) {
    public NewPayment {
        if (message != null && kind != PaymentKind.TIP) {
            throw new IllegalArgumentException("A message comes with a tip");
        }
    }

    /** A payment without words that waits for no other. */
    public NewPayment(
            AccountId buyer,
            AccountId seller,
            PaymentKind kind,
            @Nullable UUID item,
            Money price,
            @Nullable UUID method,
            Origin origin,
            String key) {
        this(buyer, seller, kind, item, price, null, method, false, origin, key);
    }
}
