package network.fanz.security.monitoring.signals;

import java.time.Instant;
import java.util.UUID;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.EventSetAside;
import network.fanz.platform.events.Subscription;
import network.fanz.platform.program.DiskLow;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.Finding;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import org.springframework.stereotype.Component;

/** What the program itself could not do: somebody must look at it, for a protection may be missing. */
@Component
public class PlatformSignals implements SignalSource {
    private static final long BYTES_A_MEGABYTE = 1024 * 1024;

    private final SecurityEventIngestion ingestion;
    private final Alerts alerts;

    PlatformSignals(SecurityEventIngestion securityEventIngestion, Alerts alerts) {
        this.ingestion = securityEventIngestion;
        this.alerts = alerts;
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscription.on(EventSetAside.class, this::setAside).on(DiskLow.class, this::diskLow);
    }

    private void setAside(DeliveredEvent<EventSetAside> delivered) {
        EventSetAside aside = delivered.event();
        String said = aside.subscription() + " could not take in number " + aside.seq() + " (" + aside.eventType()
                + ") and has given it up; see Set aside under Operations";
        raise(
                SignalSource.securityEventId(delivered),
                "event_set_aside",
                aside.subscription() + ":" + aside.eventType(),
                "Event Set Aside",
                said,
                aside.at());
    }

    private void diskLow(DeliveredEvent<DiskLow> delivered) {
        DiskLow low = delivered.event();
        String said = "The disk of a data folder has " + low.freeBytes() / BYTES_A_MEGABYTE
                + " MB left; PostgreSQL ends when it is full";
        raise(SignalSource.securityEventId(delivered), "disk_low", low.node(), "Disk Nearly Full", said, low.at());
    }

    private void raise(UUID id, String rule, String entity, String title, String said, Instant at) {
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.APPLICATION, SecurityEventCategory.SYSTEM, Severity.HIGH, title, said, at)
                .tagged("platform");
        if (ingestion.ingestWithOwnAlert(id, event)) {
            alerts.raise(Finding.ofOneEvent(rule, entity, id, event), null);
        }
    }
}
