package network.fanz.security.identity.events;

import java.time.Instant;
import java.util.Set;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.common.Role;

/** A person has registered and passed the eligibility check. */
@EventType("user_registered")
public record UserRegistered(AccountId account, Set<Role> roles, String platform, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
