package network.fanz.finance.payments.spi;

import java.util.UUID;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * @param payment our id for it
 * @param descriptor what the buyer's bank statement will say
 * @param returnUrl where the vendor's page sends the buyer afterwards
 * @param token a saved card to charge without a page; null for the vendor's page
 */
public record CheckoutRequest(
        UUID payment,
        Money amount,
        String descriptor,
        String returnUrl,
        @Nullable String token) {}
