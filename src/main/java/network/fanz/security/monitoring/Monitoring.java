package network.fanz.security.monitoring;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.monitoring.alerts.AlertStore;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.Finding;
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

    private final SecurityEventIngestion ingestion;
    private final SecurityEventStore events;
    private final Alerts alerts;
    private final AlertStore alertStore;
    private final SecurityMetricsStore metrics;
    private final SecurityEventStreams streams;
    private final MonitoringSettings settings;
    private final Audit audit;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Monitoring(
            SecurityEventIngestion securityEventIngestion,
            SecurityEventStore events,
            Alerts alerts,
            AlertStore alertStore,
            SecurityMetricsStore metrics,
            SecurityEventStreams streams,
            MonitoringSettings settings,
            Audit audit,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.ingestion = securityEventIngestion;
        this.events = events;
        this.alerts = alerts;
        this.alertStore = alertStore;
        this.metrics = metrics;
        this.streams = streams;
        this.settings = settings;
        this.audit = audit;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Records an event from an outside sender, and raises the alerts that follow from it. Emits {@code alert_changed} for those.
     *
     * @throws InvalidField if a text holds personal data or is too long
     */
    public SecurityEvent ingestSecurityEvent(NewSecurityEvent event, AccountId by) {
        NewSecurityEvent checked = ReportValidation.event(event);
        UUID id = Ids.next(clock);
        transaction.executeWithoutResult(status -> {
            ingestion.ingest(id, checked);
            audit.record(AuditAction.of("monitoring.ingest", by, "security_event:" + id));
        });
        return events.find(id).orElseThrow();
    }

    /**
     * Raises an alert, or counts a repeat of an equal one. Emits {@code alert_changed} if it is new.
     *
     * @throws InvalidField if a text holds personal data or is too long
     */
    public SecurityAlert createSecurityAlert(NewAlert alert, AccountId by) {
        Finding finding = ReportValidation.toFinding(
                alert, settings.relatedWindow(), clock.instant().truncatedTo(ChronoUnit.MICROS));
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
     * @param written how an event is written to this watcher; its number is added as the event's id
     * @throws TooManyStreams if this node already holds the maximum of streams
     */
    public SseEmitter watch(
            @Nullable String lastSeen,
            SecurityEventFilter filter,
            Function<SecurityEvent, SseEmitter.SseEventBuilder> written) {
        if (lastSeen != null && !lastSeen.matches("[0-9]{1,18}")) {
            throw new InvalidField("after", "Send the number of an event.");
        }
        return streams.open(lastSeen == null ? null : Long.valueOf(lastSeen), filter, written);
    }

    /** How many alerts are not closed. */
    public long openAlerts() {
        return alertStore.countOpen();
    }

    public Optional<SecurityAlert> alert(UUID id) {
        return alertStore.find(id);
    }

    /** Alerts, newest first. */
    public Page<SecurityAlert> alerts(AlertFilter filter, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        return Page.cut(alertStore.list(filter, before(after), size + 1), size, row -> Long.toString(row.seq()));
    }

    /** How many alerts were raised after the alert with this number. */
    public long alertsSince(AlertFilter filter, long seq) {
        return alertStore.countSince(filter, seq);
    }

    /** The events behind an alert, newest first, at most 200. */
    public List<SecurityEvent> evidence(UUID alert) {
        return events.ofAlert(alert, PAGE_MAX);
    }

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
        String text = ReportValidation.note(note);
        transaction.executeWithoutResult(status -> alerts.close(alert, by, verdict, text));
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
