package network.fanz.platform.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** An administrator has had a read model built again from the log's beginning. */
@EventType("subscription_replayed")
public record SubscriptionReplayed(String subscription, AccountId by, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return subscription;
    }
}
