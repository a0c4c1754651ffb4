package network.fanz.security.monitoring.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.securityevents.SuspiciousEvent;
import network.fanz.security.monitoring.securityevents.SuspiciousEventStore;
import org.springframework.stereotype.Component;

/**
 * The rules that look at an event together with earlier events. What outside senders claim raises alerts under names of its own: it never
 * makes the program act, and never hides what the program has seen itself.
 */
@Component
public class CorrelationRules {
    static final String RELATED = "related_events";
    static final String CRITICAL = "critical_event";
    static final String CLAIMED = "reported:";

    private final SuspiciousEventStore events;
    private final MonitoringSettings settings;
    private final GuessingRule guessing;

    CorrelationRules(SuspiciousEventStore events, GuessingRule guessingRule, MonitoringSettings settings) {
        this.events = events;
        this.guessing = guessingRule;
        this.settings = settings;
    }

    /**
     * Checks an event that the program has just seen. Each finding is handed on before the next rule looks, because an event of which an
     * alert tells is no evidence for a second one.
     */
    public void check(UUID id, NewSecurityEvent event, Consumer<Finding> found) {
        addCritical(id, event, CRITICAL, found);
        correlate(id, event, found);
    }

    /** Of these rules, those that look at the event together with earlier ones. */
    public void correlate(UUID id, NewSecurityEvent event, Consumer<Finding> found) {
        if (event.details().severity().isSuspicious()) {
            guessing.check(id, event, true, found);
            related(id, event, found);
        }
    }

    /** Checks what an outside sender has just claimed. */
    public void checkClaim(UUID id, NewSecurityEvent event, Consumer<Finding> found) {
        addCritical(id, event, CLAIMED + CRITICAL, found);
        if (event.details().severity().isSuspicious()) {
            guessing.check(id, event, false, found);
            related(id, event, found);
        }
    }

    private void related(UUID id, NewSecurityEvent event, Consumer<Finding> found) {
        AccountId account = event.userId();
        String address = event.origin().ipAddress();
        Instant at = event.details().at();
        Instant after = at.minus(settings.relatedWindow());
        int threshold = settings.relatedEvents() + 1;
        if (account != null) {
            List<SuspiciousEvent> evidence = events.failuresFromMany(account, after, at, threshold);
            if (evidence.isEmpty()) {
                evidence = events.untoldAbout(account, RELATED, after, at, threshold);
            }
            addRelated(id, event, account.toString(), "about one account", evidence, found);
        } else if (address != null) {
            List<SuspiciousEvent> evidence = events.untoldFrom(address, RELATED, after, at, threshold);
            addRelated(id, event, address, "from one address", evidence, found);
        }
    }

    private void addRelated(
            UUID id,
            NewSecurityEvent event,
            String entity,
            String what,
            List<SuspiciousEvent> evidence,
            Consumer<Finding> found) {
        // The newest is the event itself, unless an alert tells of it already.
        if (evidence.size() > settings.relatedEvents()
                && evidence.getFirst().id().equals(id)) {
            found.accept(new Finding(
                    RELATED,
                    entity,
                    AlertType.RELATED_EVENTS,
                    SuspiciousEvent.worst(Severity.MEDIUM, evidence),
                    "Several suspicious events " + what,
                    "More than " + settings.relatedEvents() + " within "
                            + settings.relatedWindow().toMinutes() + " minutes.",
                    null,
                    null,
                    id,
                    event.userId(),
                    event.origin().ipAddress(),
                    event.details().at(),
                    SuspiciousEvent.ids(evidence)));
        }
    }

    /** A critical event calls people by itself, whatever else follows from it. */
    private static void addCritical(UUID id, NewSecurityEvent event, String rule, Consumer<Finding> found) {
        NewSecurityEvent.SecurityEventDetails details = event.details();
        if (details.severity() != Severity.CRITICAL) {
            return;
        }
        AccountId account = event.userId();
        String address = event.origin().ipAddress();
        found.accept(new Finding(
                rule,
                details.title() + " " + (account != null ? account : address != null ? address : details.source()),
                AlertType.THREAT_DETECTED,
                Severity.CRITICAL,
                details.title(),
                details.description(),
                null,
                null,
                id,
                account,
                address,
                details.at(),
                List.of(id)));
    }
}
