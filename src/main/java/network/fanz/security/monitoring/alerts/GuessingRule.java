package network.fanz.security.monitoring.alerts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.security.monitoring.AlertProposal;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.securityevents.SuspiciousEvent;
import network.fanz.security.monitoring.securityevents.SuspiciousEventStore;
import org.springframework.stereotype.Component;

/** Failed proofs of identity from one address. */
@Component
class GuessingRule {
    static final String BRUTE_FORCE = "brute_force";

    private final SuspiciousEventStore events;
    private final MonitoringSettings settings;

    GuessingRule(SuspiciousEventStore events, MonitoringSettings settings) {
        this.events = events;
        this.settings = settings;
    }

    /**
     * Failed proofs from one address are one finding however it goes on: several about one account are worth a look, many are an attack,
     * and the alert of the first becomes that of the second. A few for names that nobody has harm nobody, and whoever likes can make them:
     * they are no alert.
     *
     * @param own whether the program has seen it itself; else an outside sender claims it
     */
    void check(UUID id, NewSecurityEvent event, boolean own, Consumer<Finding> found) {
        String address = event.origin().ipAddress();
        if (event.details().category() != SecurityEventCategory.AUTHENTICATION || address == null) {
            return;
        }
        Instant at = event.details().at();
        List<SuspiciousEvent> many = events.failuresFrom(
                address, own, at.minus(settings.bruteForceWindow()), at, settings.bruteForceFailures() + 1);
        if (many.size() > settings.bruteForceFailures()) {
            found.accept(attack(id, event, address, own, many));
            return;
        }
        AccountId account = event.userId();
        if (account == null) {
            return;
        }
        List<SuspiciousEvent> several = events.failuresAt(
                address, account, own, at.minus(settings.relatedWindow()), at, settings.relatedEvents() + 1);
        if (several.size() > settings.relatedEvents()) {
            found.accept(severalFailures(id, event, account, address, own, several));
        }
    }

    private Finding attack(
            UUID id, NewSecurityEvent event, String address, boolean own, List<SuspiciousEvent> failures) {
        String what = "More than " + settings.bruteForceFailures() + " failures within "
                + settings.bruteForceWindow().toMinutes() + " minutes. "
                + (own
                        ? "The address was refused for a while; no account was locked."
                        : "Another system reports them, so nothing was done: an administrator may refuse the address.");
        return new Finding(
                own ? BRUTE_FORCE : CorrelationRules.CLAIMED + BRUTE_FORCE,
                address,
                AlertType.BRUTE_FORCE,
                SuspiciousEvent.worst(Severity.HIGH, failures),
                (own ? "Failed" : "Reported: failed") + " sign-ins from one address",
                what,
                Playbook.BRUTE_FORCE_RESPONSE,
                own ? null : AlertProposal.BLOCK_ADDRESS,
                id,
                SuspiciousEvent.onlyAccount(failures),
                address,
                event.details().at(),
                SuspiciousEvent.ids(failures));
    }

    private Finding severalFailures(
            UUID id,
            NewSecurityEvent event,
            AccountId account,
            String address,
            boolean own,
            List<SuspiciousEvent> failures) {
        return new Finding(
                own ? BRUTE_FORCE : CorrelationRules.CLAIMED + BRUTE_FORCE,
                address,
                AlertType.RELATED_EVENTS,
                SuspiciousEvent.worst(Severity.MEDIUM, failures),
                (own ? "Several" : "Reported: several") + " failed sign-ins from one address",
                "More than " + settings.relatedEvents() + " for one account within "
                        + settings.relatedWindow().toMinutes() + " minutes.",
                null,
                null,
                id,
                account,
                address,
                event.details().at(),
                SuspiciousEvent.ids(failures));
    }
}
