package network.fanz.security.monitoring.events;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** An alert was raised or has moved to another state. */
@EventType("alert_changed")
public record AlertChanged(UUID alert, String severity, String state, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return alert.toString();
    }
}
