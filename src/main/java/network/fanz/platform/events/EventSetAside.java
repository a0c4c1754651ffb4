package network.fanz.platform.events;

import java.time.Instant;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/**
 * A subscription has given up an event: it is parked and waits for somebody.
 *
 * @param eventType the type of that event
 * @param seq its number in the log
 * @param error classes and places only
 */
@EventType("event_set_aside")
public record EventSetAside(String subscription, String eventType, long seq, String error, Instant at)
        implements DomainEvent {
    @Override
    public String key() {
        return subscription;
    }
}
