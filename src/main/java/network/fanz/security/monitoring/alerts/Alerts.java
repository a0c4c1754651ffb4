package network.fanz.security.monitoring.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.monitoring.AlertBatch;
import network.fanz.security.monitoring.AlertHistory;
import network.fanz.security.monitoring.AlertOutOfOrder;
import network.fanz.security.monitoring.AlertProposal;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.AlertVerdict;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.OwnReport;
import network.fanz.security.monitoring.ReportedFinding;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.events.AlertChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The life of alerts. Every method runs in its caller's transaction and emits {@code alert_changed} when a state changes. */
@Component
public class Alerts {
    private static final int EXPIRED_AT_ONCE = 500;

    private final AlertStore store;
    private final FindingStore findings;
    private final AlertHistoryStore history;
    private final PlaybookRunner playbooks;
    private final Events events;
    private final Audit audit;
    private final MonitoringSettings settings;
    private final Clock clock;

    Alerts(
            AlertStore store,
            FindingStore findings,
            AlertHistoryStore history,
            PlaybookRunner playbookRunner,
            Events events,
            Audit audit,
            MonitoringSettings settings,
            @Steady Clock clock) {
        this.store = store;
        this.findings = findings;
        this.history = history;
        this.playbooks = playbookRunner;
        this.events = events;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Raises an alert and runs its playbook. If there is an alert about the same finding that is not closed, counts a repeat instead,
     * checks whether its steps still hold, and opens it again where somebody thought that it was over. A finding from before its alert
     * was closed, such as an event that came late, is counted there; a worse or a newer one raises a new alert, which names the closed one.
     *
     * @param by who has reported it from outside: the report is kept in its own words; null for the program's own rules
     */
    public UUID raise(Finding finding, @Nullable AccountId by) {
        findings.lock();
        SecurityAlert known =
                findings.alertAbout(finding.rule(), finding.entity()).orElse(null);
        Instant now = now();
        UUID id =
                known != null && isRepeat(known, finding) ? repeat(known, finding, now) : add(known, finding, by, now);
        if (by != null) {
            findings.addReport(id, finding, by, now);
        }
        return id;
    }

    private static boolean isRepeat(SecurityAlert known, Finding finding) {
        Instant closedAt = known.closedAt();
        return closedAt == null
                || !finding.at().isAfter(closedAt) && finding.severity().compareTo(known.severity()) <= 0;
    }

    private UUID add(@Nullable SecurityAlert previous, Finding finding, @Nullable AccountId by, Instant now) {
        UUID id = Ids.next(clock);
        findings.add(id, finding, previous == null ? null : previous.id(), now);
        findings.link(id, finding.evidence());
        String note = previous == null ? "" : "The same was found before: alert " + previous.id();
        changed(id, finding.severity(), "RAISED", AlertState.NEW, by, note, now);
        playbooks.run(id, finding, now);
        return id;
    }

    private UUID repeat(SecurityAlert known, Finding finding, Instant now) {
        UUID id = known.id();
        Severity severity = known.state() == AlertState.CLOSED
                ? known.severity()
                : known.severity().worse(finding.severity()).worse(ofMany(known.count() + 1));
        findings.countRepeat(id, severity, finding);
        boolean grown = known.state() != AlertState.CLOSED && known.playbook() == null && finding.playbook() != null;
        if (grown) {
            findings.grow(id, finding);
        }
        findings.link(
                id,
                finding.evidence().stream().limit(grown ? Long.MAX_VALUE : 1).toList());
        boolean worse = severity != known.severity();
        if (worse) {
            findings.escalateAgain(id);
            String note = "From " + word(known.severity()) + " to " + word(severity);
            changed(id, severity, "WORSENED", known.state(), null, note, now);
        }
        if (isOverTaken(known, finding, worse)) {
            findings.reopen(id);
            changed(id, severity, "REOPENED", AlertState.NEW, null, "More of the same was found", now);
        }
        playbooks.runAgain(id, finding, now);
        return id;
    }

    /** Whether somebody thought that it was over, or took up something that was less than it is now. */
    private static boolean isOverTaken(SecurityAlert known, Finding finding, boolean worse) {
        return switch (known.state()) {
            case CONTAINED ->
                worse || known.containedAt() == null || finding.at().isAfter(known.containedAt());
            case ACKNOWLEDGED -> worse;
            case NEW, CLOSED -> false;
        };
    }

    /** Many equal findings are worse than one. */
    private Severity ofMany(long count) {
        if (count >= settings.criticalFrom()) {
            return Severity.CRITICAL;
        }
        return count >= settings.highFrom() ? Severity.HIGH : Severity.INFO;
    }

    /** Records that a step was taken; a repeated step's name gets a number. */
    public void step(UUID id, String step, Instant at, String result) {
        history.step(id, step, at, result);
    }

    public AlertHistory history(UUID id) {
        return history.history(id);
    }

    /** What was reported from outside about an alert, newest first, below a number. */
    public List<ReportedFinding> reports(UUID id, long before, int limit) {
        return history.reports(id, before, limit);
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

    /**
     * Closes as false alarms what a person has looked through; what is closed already stays as it is. A repeated call changes nothing.
     *
     * @param seen how bad each was when the person read it: one that has become worse since is another finding, which nobody has seen
     */
    public AlertBatch closeAll(Map<UUID, Severity> seen, AccountId by, String note) {
        if (note.isEmpty()) {
            throw new InvalidField("note", "Say why there was nothing, for those who see the next alert of this kind.");
        }
        List<UUID> closed = new ArrayList<>();
        List<UUID> already = new ArrayList<>();
        List<Sentence> worse = new ArrayList<>();
        // In one order, so that two people who close the same alerts never wait for each other in a circle.
        for (UUID id : seen.keySet().stream().sorted().toList()) {
            SecurityAlert alert = lock(id);
            if (alert.state() == AlertState.CLOSED) {
                already.add(id);
            } else if (alert.severity().compareTo(seen.get(id)) > 0) {
                worse.add(Sentence.of(
                        "“{0}” has become worse since you read it: it is {1} now.",
                        Sentence.of(alert.title()), Sentence.of(word(alert.severity()))));
            } else {
                acknowledge(id, by);
                close(id, by, AlertVerdict.FALSE_POSITIVE, note);
                closed.add(id);
            }
        }
        if (!worse.isEmpty()) {
            worse.add(Sentence.of("Look again. None was closed."));
            throw new AlertOutOfOrder(worse.stream()
                    .reduce((all, next) -> Sentence.of("{0} {1}", all, next))
                    .orElseThrow());
        }
        return new AlertBatch(closed, already);
    }

    /** Closes by rule what is below high, was taken up by nobody, and has not been seen again for long enough. */
    public void expire(Duration after) {
        Instant now = now();
        for (SecurityAlert alert : store.quiet(now.minus(after), EXPIRED_AT_ONCE)) {
            store.close(alert.id(), AlertVerdict.EXPIRED, now);
            String note = "Closed by rule: nothing more was seen for " + words(after) + ", and nobody had taken it up";
            changed(alert.id(), alert.severity(), "CLOSED", AlertState.CLOSED, null, note, now);
        }
    }

    /**
     * Does what the program proposed.
     *
     * @throws NotFound if the alert proposes nothing
     * @throws AlertOutOfOrder if it is closed
     * @throws OwnReport if this person has reported what the alert is about
     */
    public void confirmBlock(UUID id, AccountId by) {
        SecurityAlert alert = lock(id);
        String address = alert.ipAddress();
        if (alert.proposal() != AlertProposal.BLOCK_ADDRESS || address == null) {
            throw new NotFound("proposal");
        }
        if (alert.state() == AlertState.CLOSED) {
            throw new AlertOutOfOrder("The alert is closed: what it proposed is over.");
        }
        if (findings.reporters(id).contains(by)) {
            throw new OwnReport();
        }
        audit.record(AuditAction.of("monitoring.alert.confirm_block", by, "alert:" + id));
        playbooks.runConfirmed(id, address, now());
    }

    /** Writes into every alert for which an address was refused that it is let in again. */
    public void blockLifted(String address, Instant since, @Nullable AccountId by) {
        for (SecurityAlert alert : store.withBlock(address, since)) {
            note(alert, "BLOCK_LIFTED", by, "Sign-in and payments from the address are let in again");
        }
    }

    /** Writes something into an alert's history that leaves its state as it is. */
    void note(SecurityAlert alert, String what, @Nullable AccountId by, String note) {
        changed(alert.id(), alert.severity(), what, alert.state(), by, note, now());
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

    private static String words(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private SecurityAlert lock(UUID id) {
        return store.findForUpdate(id).orElseThrow(() -> new NotFound("alert"));
    }

    private static void requireTransition(SecurityAlert alert, AlertState next) {
        if (!alert.state().next().contains(next)) {
            throw new AlertOutOfOrder(Sentence.of(
                    "From {0} an alert goes to {1}, not to {2}.",
                    alert.state().name(), alert.state().next().toString(), next.name()));
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
        audit.record(AuditAction.of("monitoring.alert." + what.toLowerCase(Locale.ROOT), by, "alert:" + id));
        events.append(new AlertChanged(id, severity.name(), state.name(), at));
    }

    /** In the database's precision, so that a value that is read back equals the original. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
