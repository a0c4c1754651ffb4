package network.fanz.security.identity.sessions;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A signed-in session as its owner sees it in a list.
 *
 * @param device a coarse name of the browser and system; null if unknown
 * @param current whether it is the one that asks
 */
@NamedInterface("sessions")
public record SessionRecord(
        UUID id,
        Instant signedInAt,
        Instant lastSeenAt,
        Instant expiresAt,
        String platform,
        Set<Factor> factors,
        @Nullable String device,
        boolean current) {
    /** The attribute of an {@code HttpSession} under which its public id is read. */
    public static final String ID_ATTRIBUTE = "identity.session";

    public SessionRecord {
        factors = Set.copyOf(factors);
    }
}
