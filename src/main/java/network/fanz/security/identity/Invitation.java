package network.fanz.security.identity;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.Role;

/**
 * An invitation to the staff; it can be used once.
 *
 * @param token what the invited person shows; the program stores only its hash, so only this record and the mail have it
 */
public record Invitation(UUID id, Role role, String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "Invitation[id=" + id + ", role=" + role + "]";
    }
}
