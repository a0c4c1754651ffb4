package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** Somebody who reads the account's mail has chosen a new password: all its sessions have ended, and its second factor stays in force. */
@EventType("password_reset")
public record PasswordReset(AccountId account, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
