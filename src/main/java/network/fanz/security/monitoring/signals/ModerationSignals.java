package network.fanz.security.monitoring.signals;

import java.util.Set;
import java.util.UUID;
import network.fanz.content.moderation.events.HashBankChanged;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.Finding;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import org.springframework.stereotype.Component;

/** A bank of child safety that somebody asks no more, or takes from: whoever would let something by begins there. */
@Component
public class ModerationSignals implements SignalSource {
    private static final Set<String> WEAKER = Set.of("switched_off", "hash_withdrawn");

    private final SecurityEventIngestion ingestion;
    private final Alerts alerts;

    ModerationSignals(SecurityEventIngestion securityEventIngestion, Alerts alerts) {
        this.ingestion = securityEventIngestion;
        this.alerts = alerts;
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscription.on(HashBankChanged.class, this::changed);
    }

    private void changed(DeliveredEvent<HashBankChanged> delivered) {
        HashBankChanged changed = delivered.event();
        if (!"child_safety".equals(changed.meaning()) || !WEAKER.contains(changed.change())) {
            return;
        }
        UUID id = SignalSource.securityEventId(delivered);
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.APPLICATION,
                        SecurityEventCategory.COMPLIANCE,
                        Severity.HIGH,
                        "Child Safety Bank Weakened",
                        "Bank " + changed.bank() + " of hashes for child safety: " + changed.change(),
                        changed.at())
                .about(changed.by())
                .with("bank", changed.bank().toString())
                .tagged("moderation", "child-safety");
        if (ingestion.ingestWithOwnAlert(id, event)) {
            alerts.raise(Finding.ofOneEvent("child_safety_bank", id.toString(), id, event), null);
        }
    }
}
