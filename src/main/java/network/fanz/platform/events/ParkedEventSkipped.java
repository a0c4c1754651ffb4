package network.fanz.platform.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** An administrator has had a parked event taken away unhandled. */
@EventType("failed_event_skipped")
public record ParkedEventSkipped(
        String subscription, String failedKey, long seq, String reason, AccountId by, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return subscription;
    }
}
