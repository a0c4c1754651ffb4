package network.fanz.security.monitoring.signals;

import java.time.temporal.ChronoUnit;
import network.fanz.platform.events.Delivered;
import network.fanz.platform.events.Subscription;
import network.fanz.security.monitoring.EventCategory;
import network.fanz.security.monitoring.EventSource;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.intake.Intake;
import network.fanz.security.ratelimit.events.AddressBlocked;
import org.springframework.stereotype.Component;

/** Addresses that are refused. */
@Component
public class RatelimitSignals implements Signals {
    private final Intake intake;

    RatelimitSignals(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void listen(Subscription subscription) {
        subscription.on(AddressBlocked.class, this::blocked);
    }

    /** Low, for it is an answer to a threat and not one itself. */
    private void blocked(Delivered<AddressBlocked> delivered) {
        AddressBlocked blocked = delivered.event();
        intake.take(
                Signals.id(delivered),
                NewSecurityEvent.of(
                                EventSource.RATE_LIMITING,
                                EventCategory.NETWORK,
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
