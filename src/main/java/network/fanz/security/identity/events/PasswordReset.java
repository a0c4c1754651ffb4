package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** A new password was set by a mailed link: all sessions of the account have ended, and its second factor stays in force. */
@EventType("password_reset")
public record PasswordReset(AccountId account, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
