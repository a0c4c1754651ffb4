package network.fanz.security.identity;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that nobody has accepted yet.
 *
 * @param by who invited; null for the program, which invites the first administrator
 * @param email to whom; null for the program's own, and for an older one, whose address was kept as a hash alone
 * @param sentAt when its latest letter was written, or it was made if it has none
 */
public record PendingInvitation(
        UUID id,
        Role role,
        @Nullable AccountId by,
        @Nullable String email,
        Instant sentAt,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "PendingInvitation[id=" + id + ", role=" + role + "]";
    }
}
