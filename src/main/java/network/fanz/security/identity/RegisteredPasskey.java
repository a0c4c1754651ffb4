package network.fanz.security.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it in a list.
 *
 * @param label what its owner calls it, personal data
 */
public record RegisteredPasskey(UUID id, String label, Instant createdAt, Instant lastUsedAt) {}
