package network.fanz.security.monitoring.signals;

import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;

/** Translates one module's events into security events. A new source is a new class. */
public interface SignalSource {
    void subscribe(Subscription subscription);

    /** The id of the security event for a delivered event; the same at every delivery. */
    static UUID securityEventId(DeliveredEvent<?> delivered) {
        return Ids.derived("monitoring.security_event", delivered.id().toString());
    }
}
