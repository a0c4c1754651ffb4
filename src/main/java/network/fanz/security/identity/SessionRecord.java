package network.fanz.security.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A sign-in as its owner sees it in a list, with the sessions that one browser has on all places by it: they end together.
 *
 * @param id of the session that was used last
 * @param signedInAt when the first of them began
 * @param lastSeenAt when any of them was used last
 * @param platforms where it has been used, the latest first
 * @param factors the factors that were given: password, totp, recovery_code, passkey
 * @param device a coarse name of the browser and system; null if unknown
 * @param current whether the requesting session is one of them
 */
@NamedInterface("sessions")
public record SessionRecord(
        UUID id,
        Instant signedInAt,
        Instant lastSeenAt,
        Instant expiresAt,
        List<String> platforms,
        Set<String> factors,
        @Nullable String device,
        boolean current) {
    public SessionRecord {
        platforms = List.copyOf(platforms);
        factors = Set.copyOf(factors);
    }
}
