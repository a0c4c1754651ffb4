package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Role;

/**
 * Somebody has given an account a role, by hand or by an invitation that was accepted.
 *
 * @param by who gave it
 */
@EventType("role_granted")
public record RoleGranted(AccountId account, Role role, AccountId by, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
