package network.fanz.finance.payments.spi;

import org.jspecify.annotations.Nullable;

/**
 * @param session the vendor's id for it
 * @param url the vendor's page for the buyer; null if none is needed
 */
public record Checkout(String session, @Nullable String url, CheckoutStatus status) {}
