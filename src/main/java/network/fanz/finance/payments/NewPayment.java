package network.fanz.finance.payments;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A payment to make.
 *
 * @param item what is bought; null for a tip
 * @param price what the buyer pays, fees included
 * @param method a saved way to pay; null for the provider's page
 * @param key the buyer's idempotency key: buyer and key make the payment's id
 */
public record NewPayment(
        AccountId buyer,
        AccountId seller,
        PaymentKind kind,
        @Nullable UUID item,
        Money price,
        @Nullable UUID method,
        Origin origin,
        String key) {}
