package network.fanz.security.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it in a list.
 *
 * @param label the name that the owner gave it, personal data
 */
public record RegisteredPasskey(UUID id, String label, Instant createdAt, Instant lastUsedAt) {}
