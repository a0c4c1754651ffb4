package network.fanz.security.identity.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** The account's owner has given it another public name; the name itself is personal data, and stands in no event. */
@EventType("public_name_changed")
public record PublicNameChanged(AccountId account, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return account.toString();
    }
}
