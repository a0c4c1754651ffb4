package network.fanz.finance.payments.spi;

import org.jspecify.annotations.Nullable;

/**
 * A vendor's message as it came in.
 *
 * @param signature the header that the vendor signs in; null if it was missing
 */
public record WebhookRequest(byte[] body, @Nullable String signature) {}
