package network.fanz.security.identity;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.Role;

/**
 * An invitation to the staff, good once.
 *
 * @param token what the invited person brings; only its hash is kept, so it is known here and in the mail alone
 */
public record Invitation(UUID id, Role role, String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "Invitation[id=" + id + ", role=" + role + "]";
    }
}
