package network.fanz.security.identity;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that nobody has accepted yet. To whom it was sent is kept as a hash alone, so nobody can read it here.
 *
 * @param by who invited; null for the program, which invites the first administrator
 */
public record PendingInvitation(
        UUID id, Role role, @Nullable AccountId by, Instant madeAt, Instant expiresAt) {}
