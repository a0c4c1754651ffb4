package network.fanz.security.monitoring.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.monitoring.AlertHistory;
import network.fanz.security.monitoring.AlertOutOfOrder;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.AlertVerdict;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.events.AlertChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The life of alerts. Every method runs in its caller's transaction and emits {@code alert_changed} when a state changes. */
@Component
public class Alerts {
    private final AlertStore store;
    private final FindingStore findings;
    private final AlertHistoryStore history;
    private final PlaybookRunner playbooks;
    private final Events events;
    private final Audit audit;
    private final Clock clock;

    Alerts(
            AlertStore store,
            FindingStore findings,
            AlertHistoryStore history,
            PlaybookRunner playbookRunner,
            Events events,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.findings = findings;
        this.history = history;
        this.playbooks = playbookRunner;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Raises an alert and runs its playbook. If an equal alert is open, counts a repeat instead and checks whether the alert's steps still
     * hold.
     */
    public UUID raise(Finding finding, @Nullable AccountId by) {
        findings.lock();
        UUID openAlert = findings.openAlert(
                        finding.rule(), finding.entity(), finding.at().minus(finding.window()))
                .orElse(null);
        if (openAlert != null) {
            findings.countRepeat(openAlert, finding.at());
            findings.link(
                    openAlert,
                    finding.evidence().isEmpty()
                            ? List.of()
                            : List.of(finding.evidence().getFirst()));
            playbooks.runAgain(openAlert, finding, now());
            return openAlert;
        }
        Instant now = now();
        UUID id = Ids.next(clock);
        findings.add(id, finding, now);
        findings.link(id, finding.evidence());
        changed(id, finding.severity(), "RAISED", AlertState.NEW, by, "Rule " + finding.rule(), now);
        playbooks.run(id, finding, now);
        return id;
    }

    /** Records that a step was taken; a repeated step's name gets a number. */
    public void step(UUID id, String step, Instant at, String result) {
        history.step(id, step, at, result);
    }

    public AlertHistory history(UUID id) {
        return history.history(id);
    }

    public void acknowledge(UUID id, AccountId by) {
        SecurityAlert alert = lock(id);
        if (alert.state() == AlertState.NEW) {
            Instant now = now();
            store.acknowledge(id, by, now);
            changed(id, alert.severity(), "ACKNOWLEDGED", AlertState.ACKNOWLEDGED, by, "", now);
        }
    }

    public void contain(UUID id, AccountId by, String note) {
        SecurityAlert alert = lock(id);
        if (alert.state() == AlertState.CONTAINED) {
            return;
        }
        requireTransition(alert, AlertState.CONTAINED);
        Instant now = now();
        store.contain(id, now);
        changed(id, alert.severity(), "CONTAINED", AlertState.CONTAINED, by, note, now);
    }

    public void close(UUID id, AccountId by, AlertVerdict verdict, String note) {
        SecurityAlert alert = lock(id);
        if (alert.state() == AlertState.CLOSED && alert.verdict() == verdict) {
            return;
        }
        requireTransition(alert, AlertState.CLOSED);
        if (verdict == AlertVerdict.TRUE_POSITIVE && alert.state() != AlertState.CONTAINED) {
            throw new AlertOutOfOrder("Contain a real threat before you close the alert.");
        }
        if (verdict == AlertVerdict.FALSE_POSITIVE && note.isEmpty()) {
            throw new InvalidField("note", "Say why there was nothing, for those who see the next alert of this kind.");
        }
        Instant now = now();
        store.close(id, verdict, now);
        changed(id, alert.severity(), "CLOSED", AlertState.CLOSED, by, note, now);
    }

    /** Escalates each alert once that has waited too long for an acknowledgement. */
    public List<SecurityAlert> escalate(Duration critical, Duration high) {
        Instant now = now();
        List<SecurityAlert> escalated = store.escalate(now.minus(critical), now.minus(high), now);
        for (SecurityAlert alert : escalated) {
            history.change(
                    alert.id(), now, null, "ESCALATED", "Nobody took it up in time; administrators were told by mail");
            audit.record(AuditAction.of("monitoring.escalate", null, "alert:" + alert.id()));
        }
        return escalated;
    }

    private SecurityAlert lock(UUID id) {
        return store.findForUpdate(id).orElseThrow(() -> new NotFound("alert"));
    }

    private static void requireTransition(SecurityAlert alert, AlertState next) {
        if (!alert.state().next().contains(next)) {
            throw new AlertOutOfOrder("From " + alert.state() + " an alert goes to "
                    + alert.state().next() + ", not to " + next + ".");
        }
    }

    private void changed(
            UUID id,
            Severity severity,
            String what,
            AlertState state,
            @Nullable AccountId by,
            String note,
            Instant at) {
        history.change(id, at, by, what, note);
        audit.record(AuditAction.of("monitoring.alert." + what.toLowerCase(java.util.Locale.ROOT), by, "alert:" + id));
        events.append(new AlertChanged(id, severity.name(), state.name(), at));
    }

    /** In the database's precision, so that a value that is read back equals the original. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
