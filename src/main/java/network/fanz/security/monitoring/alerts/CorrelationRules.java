package network.fanz.security.monitoring.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.securityevents.SecurityEventStore;
import org.springframework.stereotype.Component;

/** The rules that look at an event together with earlier events. */
@Component
public class CorrelationRules {
    static final String BRUTE_FORCE = "brute_force";
    static final String RELATED = "related_events";

    private final SecurityEventStore events;
    private final MonitoringSettings settings;

    CorrelationRules(SecurityEventStore events, MonitoringSettings settings) {
        this.events = events;
        this.settings = settings;
    }

    /** The findings that follow from an event that was just recorded. */
    public List<Finding> findings(UUID id, NewSecurityEvent event) {
        List<Finding> findings = new ArrayList<>();
        if (event.details().severity().isSuspicious()) {
            related(id, event, findings);
            bruteForce(id, event, findings);
        }
        return findings;
    }

    private void bruteForce(UUID id, NewSecurityEvent event, List<Finding> findings) {
        String address = event.origin().ipAddress();
        if (event.details().category() != SecurityEventCategory.AUTHENTICATION || address == null) {
            return;
        }
        Instant after = event.details().at().minus(settings.bruteForceWindow());
        List<UUID> failures = events.failures(address, after, event.details().at(), settings.bruteForceFailures() + 1);
        if (failures.size() > settings.bruteForceFailures()) {
            findings.add(new Finding(
                    BRUTE_FORCE,
                    address,
                    settings.bruteForceWindow(),
                    AlertType.BRUTE_FORCE,
                    Severity.HIGH,
                    "Failed sign-ins from one address",
                    "More than " + settings.bruteForceFailures() + " failures within "
                            + settings.bruteForceWindow().toMinutes()
                            + " minutes. The address is refused; no account is locked.",
                    Playbook.BRUTE_FORCE_RESPONSE,
                    id,
                    null,
                    address,
                    event.details().at(),
                    failures));
        }
    }

    private void related(UUID id, NewSecurityEvent event, List<Finding> findings) {
        AccountId account = event.userId();
        String address = event.origin().ipAddress();
        Instant after = event.details().at().minus(settings.relatedWindow());
        int threshold = settings.relatedEvents() + 1;
        if (account != null) {
            List<UUID> evidence =
                    events.suspiciousAbout(account, after, event.details().at(), threshold);
            addRelated(id, event, account.toString(), "about one account", evidence, findings);
        } else if (address != null) {
            List<UUID> evidence =
                    events.suspiciousFrom(address, after, event.details().at(), threshold);
            addRelated(id, event, address, "from one address", evidence, findings);
        }
    }

    private void addRelated(
            UUID id, NewSecurityEvent event, String entity, String what, List<UUID> evidence, List<Finding> findings) {
        if (evidence.size() > settings.relatedEvents()) {
            findings.add(new Finding(
                    RELATED,
                    entity,
                    settings.relatedWindow(),
                    AlertType.RELATED_EVENTS,
                    Severity.MEDIUM,
                    "Several suspicious events " + what,
                    "More than " + settings.relatedEvents() + " within "
                            + settings.relatedWindow().toMinutes() + " minutes.",
                    null,
                    id,
                    event.userId(),
                    event.origin().ipAddress(),
                    event.details().at(),
                    evidence));
        }
    }
}
