package network.fanz.security.monitoring;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.common.Sentence;
import network.fanz.common.Steady;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.monitoring.alerts.AlertStore;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.Finding;
import network.fanz.security.monitoring.alerts.PlaybookTicks;
import network.fanz.security.monitoring.ingestion.ReportValidation;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import network.fanz.security.monitoring.live.SecurityEventStreams;
import network.fanz.security.monitoring.securityevents.SecurityEventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Security events and alerts. */
@Component
public class Monitoring {
    private static final int PAGE_MAX = 200;
    private static final int ABOUT_MAX = 20;

    private final SecurityEventIngestion ingestion;
    private final SecurityEventStore events;
    private final Alerts alerts;
    private final AlertStore alertStore;
    private final PlaybookTicks ticks;
    private final SecurityMetricsStore metrics;
    private final SecurityEventStreams streams;
    private final Audit audit;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Monitoring(
            SecurityEventIngestion securityEventIngestion,
            SecurityEventStore events,
            Alerts alerts,
            AlertStore alertStore,
            PlaybookTicks ticks,
            SecurityMetricsStore metrics,
            SecurityEventStreams streams,
            Audit audit,
            Vault vault,
            TransactionTemplate transaction,
            @Steady Clock clock) {
        this.ingestion = securityEventIngestion;
        this.events = events;
        this.alerts = alerts;
        this.alertStore = alertStore;
        this.ticks = ticks;
        this.metrics = metrics;
        this.streams = streams;
        this.audit = audit;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Records what an outside sender claims, and raises the alerts that follow from it. Nothing is done about them without a person. Emits
     * {@code alert_changed} for those.
     *
     * @throws InvalidField if a text holds personal data or is too long
     */
    public SecurityEvent ingestSecurityEvent(NewSecurityEvent event, AccountId by) {
        NewSecurityEvent checked = ReportValidation.event(event);
        UUID id = Ids.next(clock);
        transaction.executeWithoutResult(status -> {
            ingestion.ingestReport(id, checked, by);
            audit.record(AuditAction.of("monitoring.ingest", by, "security_event:" + id));
        });
        return events.find(id).orElseThrow();
    }

    /**
     * Raises an alert, or counts a repeat of an equal one that is not closed. Each report is kept. Emits {@code alert_changed} if the alert
     * is new, worse than before, or opened again.
     *
     * @throws InvalidField if a text holds personal data or is too long
     */
    public SecurityAlert createSecurityAlert(NewAlert alert, AccountId by) {
        Finding finding = ReportValidation.toFinding(alert, clock.instant().truncatedTo(ChronoUnit.MICROS));
        UUID id = transaction.execute(status -> alerts.raise(finding, by));
        return alertStore.find(id).orElseThrow();
    }

    public Optional<SecurityEvent> event(UUID id) {
        return events.find(id);
    }

    /**
     * The raw data that the sender stored with an event. The access is audited.
     *
     * @throws NotFound if there is no such event, or it has no raw data
     */
    public String rawData(UUID event, AccountId by) {
        SecurityEvent stored = events.find(event).orElseThrow(() -> new NotFound("event"));
        byte[] sealed = events.rawData(event).orElseThrow(() -> new NotFound("raw data"));
        transaction.executeWithoutResult(
                status -> audit.record(AuditAction.of("monitoring.read_raw_data", by, "security_event:" + event)));
        return vault.open(
                SecurityEventIngestion.vaultSubject(event, stored.userId()), SecurityEventIngestion.RAW_DATA, sealed);
    }

    /** Events, newest first. */
    public Page<SecurityEvent> events(SecurityEventFilter filter, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        return Page.cut(events.list(filter, before(after), size + 1), size, row -> Long.toString(row.seq()));
    }

    /** The number of the newest event, whatever a filter shows; 0 before there is one. A stream that begins here shows no old events. */
    public long newestEvent() {
        return events.newest();
    }

    /**
     * Streams new events in their order and without a gap, whichever node records them.
     *
     * @param lastSeen the number of the last event that the watcher has; null to begin with the next event
     * @param filter which events to show
     * @param mayWatch whether the watcher may still watch: the stream ends when not
     * @param written how an event is written to this watcher; its number is added as the event's id
     * @throws TooManyStreams if this node already holds the maximum of streams
     */
    public SseEmitter watch(
            @Nullable String lastSeen,
            SecurityEventFilter filter,
            BooleanSupplier mayWatch,
            Function<SecurityEvent, SseEmitter.SseEventBuilder> written) {
        if (lastSeen != null && !lastSeen.matches("[0-9]{1,18}")) {
            throw new InvalidField("after", "Send the number of an event.");
        }
        return streams.open(lastSeen == null ? null : Long.valueOf(lastSeen), filter, mayWatch, written);
    }

    /** How many alerts are not closed. */
    public long openAlerts() {
        return alertStore.countOpen();
    }

    public Optional<SecurityAlert> alert(UUID id) {
        return alertStore.find(id);
    }

    /** Alerts: of those that wait for people the worst first, then the newest; of a list with closed ones the newest first. */
    public Page<SecurityAlert> alerts(AlertFilter filter, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        if (!filter.waiting()) {
            return Page.cut(
                    alertStore.newestFirst(filter, before(after), size + 1), size, row -> Long.toString(row.seq()));
        }
        AlertPlace place = AlertPlace.of(after);
        return Page.cut(
                alertStore.worstFirst(filter, place.rank(), place.seq(), size + 1),
                size,
                row -> AlertPlace.of(row).text());
    }

    /** The newest alerts behind which there is an event about a payment, as the program has seen it itself. */
    public List<SecurityAlert> alertsAboutPayment(UUID payment) {
        return alertStore.aboutPayment(payment, ABOUT_MAX);
    }

    /** The newest alerts about an account. */
    public List<SecurityAlert> alertsAbout(AccountId account) {
        return alertStore.aboutAccount(account, ABOUT_MAX);
    }

    /** The number of the newest alert; 0 before there is one. */
    public long newestAlert() {
        return alertStore.newest();
    }

    /** How many alerts were raised after the alert with this number. */
    public long alertsSince(AlertFilter filter, long seq) {
        return alertStore.countSince(filter, seq);
    }

    /** The events behind an alert, newest first. */
    public Page<SecurityEvent> evidence(UUID alert, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        return Page.cut(events.ofAlert(alert, before(after), size + 1), size, row -> Long.toString(row.seq()));
    }

    /** What outside senders have reported about an alert, in their own words, newest first. */
    public Page<ReportedFinding> reports(UUID alert, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        return Page.cut(alerts.reports(alert, before(after), size + 1), size, row -> Long.toString(row.seq()));
    }

    /** The newest changes of an alert and the newest steps of its playbook, at most 50 each, in their order. */
    public AlertHistory history(UUID alert) {
        return alerts.history(alert);
    }

    /**
     * A staff member takes the alert up; a repeated call changes nothing. Emits {@code alert_changed}.
     *
     * @throws NotFound if there is no such alert
     */
    public SecurityAlert acknowledge(UUID alert, AccountId by) {
        transaction.executeWithoutResult(status -> alerts.acknowledge(alert, by));
        return alertStore.find(alert).orElseThrow();
    }

    /**
     * The alert does no more harm. Emits {@code alert_changed}.
     *
     * @throws AlertOutOfOrder if the alert is not acknowledged, or is closed
     */
    public SecurityAlert contain(UUID alert, AccountId by, @Nullable String note) {
        String text = ReportValidation.note(note);
        transaction.executeWithoutResult(status -> alerts.contain(alert, by, text));
        return alertStore.find(alert).orElseThrow();
    }

    /**
     * The alert is done. Emits {@code alert_changed}.
     *
     * @param note what the reader should know; required for a false alarm
     * @throws InvalidField if a false alarm has no note
     * @throws AlertOutOfOrder if the alert is not acknowledged, is a true one that is not contained, or is closed with another verdict
     */
    public SecurityAlert close(UUID alert, AccountId by, AlertVerdict verdict, @Nullable String note) {
        if (verdict == AlertVerdict.EXPIRED) {
            throw new InvalidField(
                    "verdict", "Say whether it was real: only the program closes an alert without a verdict.");
        }
        String text = ReportValidation.note(note);
        transaction.executeWithoutResult(status -> alerts.close(alert, by, verdict, text));
        return alertStore.find(alert).orElseThrow();
    }

    /**
     * Closes alerts as false alarms, in one transaction; those that are closed already stay as they are. Emits {@code alert_changed} for
     * each that it closes.
     *
     * @param seen at most 200, each with how bad it was when it was read
     * @param note what the reader should know
     * @throws InvalidField if there is no note, or there are too many
     * @throws NotFound if there is no such alert; then none is closed
     * @throws AlertOutOfOrder if one has become worse since; then none is closed
     */
    public AlertBatch closeAll(Map<UUID, Severity> seen, AccountId by, @Nullable String note) {
        if (seen.isEmpty() || seen.size() > PAGE_MAX) {
            throw new InvalidField("alerts", Sentence.of("Choose 1 to {0} alerts.", PAGE_MAX));
        }
        String text = ReportValidation.note(note);
        return transaction.execute(status -> alerts.closeAll(seen, by, text));
    }

    /**
     * Refuses the address of an alert that proposes it, because a person has looked and says so. An address that is refused already stays
     * so. Emits {@code address_blocked}.
     *
     * @throws NotFound if there is no such alert, or it proposes nothing
     * @throws AlertOutOfOrder if the alert is closed
     * @throws OwnReport if this person has reported what the alert is about
     */
    public SecurityAlert confirmBlock(UUID alert, AccountId by) {
        transaction.executeWithoutResult(status -> alerts.confirmBlock(alert, by));
        return alertStore.find(alert).orElseThrow();
    }

    /**
     * Ticks off a step of an alert's playbook that is for a person, or takes the tick back. Emits {@code alert_changed} if that is new.
     *
     * @param number of the step, from 1
     * @throws NotFound if there is no such alert, or its playbook has no such step
     * @throws AlertOutOfOrder if the alert is closed
     */
    public SecurityAlert tick(UUID alert, int number, boolean done, AccountId by) {
        transaction.executeWithoutResult(status -> ticks.tick(alert, number, done, by));
        return alertStore.find(alert).orElseThrow();
    }

    /** Counts and times over [now - period, now). */
    public SecurityMetrics generateSecurityMetrics(MetricsPeriod period) {
        return metrics.over(period.endingAt(clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private static long before(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
        return Long.parseLong(after);
    }
}
