package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** The account's owner, signed in, has set a new password: all other sign-ins of the account have ended. */
@EventType("password_changed")
public record PasswordChanged(AccountId account, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
