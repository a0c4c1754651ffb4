package network.fanz.security.monitoring.signals;

import java.time.temporal.ChronoUnit;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import network.fanz.security.ratelimit.events.AddressBlockLifted;
import network.fanz.security.ratelimit.events.AddressBlocked;
import org.springframework.stereotype.Component;

/** Blocked addresses. */
@Component
public class RatelimitSignals implements SignalSource {
    private final SecurityEventIngestion ingestion;
    private final Alerts alerts;

    RatelimitSignals(SecurityEventIngestion securityEventIngestion, Alerts alerts) {
        this.ingestion = securityEventIngestion;
        this.alerts = alerts;
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscription.on(AddressBlocked.class, this::blocked).on(AddressBlockLifted.class, this::lifted);
    }

    /** The alerts for which the address was refused tell so too, or they would go on saying that it is. */
    private void lifted(DeliveredEvent<AddressBlockLifted> delivered) {
        AddressBlockLifted lifted = delivered.event();
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.RATE_LIMITING,
                        SecurityEventCategory.NETWORK,
                        Severity.INFO,
                        "Address Block Lifted",
                        "Sign-in and payments from an address are let in again, before the block’s time was over",
                        lifted.at())
                .from(lifted.addressHash(), null, null, null)
                .tagged("block");
        if (ingestion.ingest(SignalSource.securityEventId(delivered), event)) {
            alerts.blockLifted(lifted.addressHash(), lifted.since(), lifted.by());
        }
    }

    /** Low, because a block answers a threat and is none itself. */
    private void blocked(DeliveredEvent<AddressBlocked> delivered) {
        AddressBlocked blocked = delivered.event();
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.RATE_LIMITING,
                                SecurityEventCategory.NETWORK,
                                Severity.LOW,
                                "Address Blocked",
                                "Sign-in and payments from an address are refused until "
                                        + blocked.until().truncatedTo(ChronoUnit.SECONDS),
                                blocked.at())
                        .from(blocked.addressHash(), null, null, null)
                        .with("reason", blocked.reason())
                        .tagged("block"));
    }
}
