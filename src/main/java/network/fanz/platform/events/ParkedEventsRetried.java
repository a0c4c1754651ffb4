package network.fanz.platform.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** An administrator has had the parked events of a key tried again. */
@EventType("failed_events_retried")
public record ParkedEventsRetried(String subscription, String failedKey, AccountId by, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return subscription;
    }
}
