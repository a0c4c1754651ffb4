package network.fanz.security.identity;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.Role;

/**
 * An invitation to the staff; it can be used once.
 *
 * @param token what the invited person may be handed in another way than by mail; the letter has a link of its own, for this one does not
 *     show that anybody reads the mailbox. The program stores only its hash
 */
public record Invitation(UUID id, Role role, String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "Invitation[id=" + id + ", role=" + role + "]";
    }
}
