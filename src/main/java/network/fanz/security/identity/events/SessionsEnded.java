package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * An administrator has ended sessions of somebody else's account.
 *
 * @param by the administrator
 * @param all whether all of the account's sessions ended, or one sign-in's
 */
@EventType("sessions_ended")
public record SessionsEnded(AccountId account, AccountId by, boolean all, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
