package network.fanz.content.compliance.spi;

import org.jspecify.annotations.Nullable;

/**
 * A vendor's message as it came in.
 *
 * @param signature the header that the vendor signs in; null if it was missing
 */
public record SignedMessage(byte[] body, @Nullable String signature) {}
