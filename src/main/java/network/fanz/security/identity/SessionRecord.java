package network.fanz.security.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A signed-in session as its owner sees it in a list.
 *
 * @param factors the factors that were given: password, totp, recovery_code, passkey
 * @param device a coarse name of the browser and system; null if unknown
 * @param current whether it is the requesting session
 */
@NamedInterface("sessions")
public record SessionRecord(
        UUID id,
        Instant signedInAt,
        Instant lastSeenAt,
        Instant expiresAt,
        String platform,
        Set<String> factors,
        @Nullable String device,
        boolean current) {
    public SessionRecord {
        factors = Set.copyOf(factors);
    }
}
