package network.fanz.security.monitoring.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.monitoring.AlertProposal;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.securityevents.SecurityEventStore;
import network.fanz.security.monitoring.securityevents.SuspiciousEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules that look at an event together with earlier events. What outside senders claim raises alerts under names of its own: it never
 * makes the program act, and never hides what the program has seen itself.
 */
@Component
public class CorrelationRules {
    static final String BRUTE_FORCE = "brute_force";
    static final String RELATED = "related_events";
    static final String CRITICAL = "critical_event";
    static final String CLAIMED = "reported:";

    private final SecurityEventStore events;
    private final MonitoringSettings settings;

    CorrelationRules(SecurityEventStore events, MonitoringSettings settings) {
        this.events = events;
        this.settings = settings;
    }

    /** The findings that follow from an event that the program has just seen. */
    public List<Finding> findings(UUID id, NewSecurityEvent event) {
        List<Finding> findings = new ArrayList<>(correlated(id, event));
        addCritical(id, event, CRITICAL, findings);
        return findings;
    }

    /** Of these, what follows from the event together with earlier ones. */
    public List<Finding> correlated(UUID id, NewSecurityEvent event) {
        List<Finding> findings = new ArrayList<>();
        if (event.details().severity().isSuspicious()) {
            related(id, event, findings);
            bruteForce(id, event, findings);
        }
        return findings;
    }

    /** The findings that follow from what an outside sender has just claimed. */
    public List<Finding> claims(UUID id, NewSecurityEvent event) {
        List<Finding> findings = new ArrayList<>();
        if (event.details().severity().isSuspicious()) {
            related(id, event, findings);
            claimedBruteForce(id, event, findings);
        }
        addCritical(id, event, CLAIMED + CRITICAL, findings);
        return findings;
    }

    private void bruteForce(UUID id, NewSecurityEvent event, List<Finding> findings) {
        String address = addressOfFailure(event);
        if (address == null) {
            return;
        }
        Instant at = event.details().at();
        List<SuspiciousEvent> failures = events.ownFailures(
                address, at.minus(settings.bruteForceWindow()), at, settings.bruteForceFailures() + 1);
        if (failures.size() > settings.bruteForceFailures()) {
            String what = moreThan() + " The address is refused; no account is locked.";
            findings.add(guessing(
                    id, event, address, BRUTE_FORCE, "Failed sign-ins from one address", what, null, failures));
        }
    }

    private void claimedBruteForce(UUID id, NewSecurityEvent event, List<Finding> findings) {
        String address = addressOfFailure(event);
        if (address == null) {
            return;
        }
        Instant at = event.details().at();
        List<SuspiciousEvent> failures = events.claimedFailures(
                address, at.minus(settings.bruteForceWindow()), at, settings.bruteForceFailures() + 1);
        if (failures.size() > settings.bruteForceFailures()) {
            String what = moreThan()
                    + " Another system reports them, so nothing was done: an administrator may refuse the address.";
            findings.add(guessing(
                    id,
                    event,
                    address,
                    CLAIMED + BRUTE_FORCE,
                    "Reported: failed sign-ins from one address",
                    what,
                    AlertProposal.BLOCK_ADDRESS,
                    failures));
        }
    }

    private static @Nullable String addressOfFailure(NewSecurityEvent event) {
        return event.details().category() == SecurityEventCategory.AUTHENTICATION
                ? event.origin().ipAddress()
                : null;
    }

    private String moreThan() {
        return "More than " + settings.bruteForceFailures() + " failures within "
                + settings.bruteForceWindow().toMinutes() + " minutes.";
    }

    private static Finding guessing(
            UUID id,
            NewSecurityEvent event,
            String address,
            String rule,
            String title,
            String what,
            @Nullable AlertProposal proposal,
            List<SuspiciousEvent> failures) {
        return new Finding(
                rule,
                address,
                AlertType.BRUTE_FORCE,
                worst(Severity.HIGH, failures),
                title,
                what,
                Playbook.BRUTE_FORCE_RESPONSE,
                proposal,
                id,
                null,
                address,
                event.details().at(),
                ids(failures));
    }

    private void related(UUID id, NewSecurityEvent event, List<Finding> findings) {
        AccountId account = event.userId();
        String address = event.origin().ipAddress();
        Instant at = event.details().at();
        Instant after = at.minus(settings.relatedWindow());
        int threshold = settings.relatedEvents() + 1;
        if (account != null) {
            List<SuspiciousEvent> evidence = events.suspiciousAbout(account, after, at, threshold);
            addRelated(id, event, account.toString(), "about one account", evidence, findings);
        } else if (address != null) {
            List<SuspiciousEvent> evidence = events.suspiciousFrom(address, after, at, threshold);
            addRelated(id, event, address, "from one address", evidence, findings);
        }
    }

    private void addRelated(
            UUID id,
            NewSecurityEvent event,
            String entity,
            String what,
            List<SuspiciousEvent> evidence,
            List<Finding> findings) {
        if (evidence.size() > settings.relatedEvents()) {
            findings.add(new Finding(
                    RELATED,
                    entity,
                    AlertType.RELATED_EVENTS,
                    worst(Severity.MEDIUM, evidence),
                    "Several suspicious events " + what,
                    "More than " + settings.relatedEvents() + " within "
                            + settings.relatedWindow().toMinutes() + " minutes.",
                    null,
                    null,
                    id,
                    event.userId(),
                    event.origin().ipAddress(),
                    at(event),
                    ids(evidence)));
        }
    }

    /** A critical event calls people by itself, whatever else follows from it. */
    private static void addCritical(UUID id, NewSecurityEvent event, String rule, List<Finding> findings) {
        NewSecurityEvent.SecurityEventDetails details = event.details();
        if (details.severity() != Severity.CRITICAL) {
            return;
        }
        AccountId account = event.userId();
        String address = event.origin().ipAddress();
        findings.add(new Finding(
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

    private static Severity worst(Severity least, List<SuspiciousEvent> evidence) {
        return evidence.stream().map(SuspiciousEvent::severity).reduce(least, Severity::worse);
    }

    private static List<UUID> ids(List<SuspiciousEvent> evidence) {
        return evidence.stream().map(SuspiciousEvent::id).toList();
    }

    private static Instant at(NewSecurityEvent event) {
        return event.details().at();
    }
}
