package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** An account's owner has shown that the e-mail address is theirs: from now on it counts as a verified account. */
@EventType("email_verified")
public record EmailVerified(AccountId account, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
