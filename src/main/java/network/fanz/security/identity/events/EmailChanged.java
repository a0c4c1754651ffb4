package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** The account has another email address, which its own mailbox and the former one have confirmed. */
@EventType("email_changed")
public record EmailChanged(AccountId account, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
