package network.fanz.finance.payments;

import java.time.Instant;
import java.util.UUID;

/**
 * A saved way to pay, as its owner sees it. There is no card number: the provider keeps that, we keep a token.
 *
 * @param expires month and year, {@code 08/28}
 */
public record PaymentMethod(UUID id, String brand, String last4, String expires, Instant addedAt) {}
