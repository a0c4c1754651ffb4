package network.fanz.platform.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** An administrator has let this version of the program go on with a subscription of which a newer version handled more. */
@EventType("subscription_adopted")
public record SubscriptionAdopted(String subscription, String reason, AccountId by, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return subscription;
    }
}
