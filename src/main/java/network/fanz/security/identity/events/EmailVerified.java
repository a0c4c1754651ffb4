package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** The account's owner has confirmed the email address: from now on the account counts as verified. */
@EventType("email_verified")
public record EmailVerified(AccountId account, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
