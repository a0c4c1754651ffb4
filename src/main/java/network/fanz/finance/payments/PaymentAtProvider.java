package network.fanz.finance.payments;

import org.jspecify.annotations.Nullable;

/**
 * Where a payment is at its provider, for finance staff.
 *
 * @param reference the provider's id of its checkout; null while none is open
 */
public record PaymentAtProvider(String provider, @Nullable String reference) {}
