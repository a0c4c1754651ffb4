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
import network.fanz.security.audit.Action;
import network.fanz.security.audit.Audit;
import network.fanz.security.monitoring.alerts.AlertStore;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.Finding;
import network.fanz.security.monitoring.intake.Checks;
import network.fanz.security.monitoring.intake.Intake;
import network.fanz.security.monitoring.intake.SecurityEventStore;
import network.fanz.security.monitoring.live.LiveStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Security events and alerts. */
@Component
public class Monitoring {
    private static final int PAGE_MAX = 200;

    private final Intake intake;
    private final SecurityEventStore events;
    private final Alerts alerts;
    private final AlertStore alertStore;
    private final MetricsStore metrics;
    private final LiveStreams streams;
    private final MonitoringSettings settings;
    private final Audit audit;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Monitoring(
            Intake intake,
            SecurityEventStore events,
            Alerts alerts,
            AlertStore alertStore,
            MetricsStore metrics,
            LiveStreams streams,
            MonitoringSettings settings,
            Audit audit,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.intake = intake;
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
     * Writes down what an outside sender has seen, and raises the alerts that follow from it. Emits {@code alert_changed} for those.
     *
     * @throws InvalidField if a text holds personal data or is too long
     */
    public SecurityEvent ingestSecurityEvent(NewSecurityEvent event, AccountId by) {
        NewSecurityEvent checked = Checks.event(event);
        UUID id = Ids.next(clock);
        transaction.executeWithoutResult(status -> {
            intake.take(id, checked);
            audit.record(Action.of("monitoring.ingest", by, "security_event:" + id));
        });
        return events.find(id).orElseThrow();
    }

    /**
     * Raises an alert, or counts one more of the same. Emits {@code alert_changed} if it is new.
     *
     * @throws InvalidField if a text holds personal data or is too long
     */
    public SecurityAlert createSecurityAlert(NewAlert alert, AccountId by) {
        Finding finding =
                Checks.finding(alert, settings.relatedWindow(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        UUID id = transaction.execute(status -> alerts.raise(finding, by));
        return alertStore.find(id).orElseThrow();
    }

    public Optional<SecurityEvent> event(UUID id) {
        return events.find(id);
    }

    /**
     * What the sender of an event kept with it. The look is audited.
     *
     * @throws NotFound if there is no such event or nothing was kept
     */
    public String rawData(UUID event, AccountId by) {
        SecurityEvent found = events.find(event).orElseThrow(() -> new NotFound("event"));
        byte[] sealed = events.rawData(event).orElseThrow(() -> new NotFound("raw data"));
        transaction.executeWithoutResult(
                status -> audit.record(Action.of("monitoring.read_raw_data", by, "security_event:" + event)));
        return vault.open(Intake.subject(event, found.userId()), Intake.RAW_DATA, sealed);
    }

    /** Events, newest first. */
    public Page<SecurityEvent> events(EventFilter filter, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        return Page.cut(events.list(filter, before(after), size + 1), size, row -> Long.toString(row.seq()));
    }

    /** The number of the newest event, whatever a filter shows; 0 before there is one. A stream that begins here reads nothing old. */
    public long newestEvent() {
        return events.newest();
    }

    /**
     * Streams events as they come, whichever node writes them down, in their order and without a gap.
     *
     * @param lastSeen the number of the last event that the watcher has; null to begin with what comes next
     * @param filter which events to show
     * @param written how an event is written to this watcher; its number is added as the event's id
     * @throws TooManyStreams if this node holds as many streams as it may
     */
    public SseEmitter watch(
            @Nullable String lastSeen,
            EventFilter filter,
            Function<SecurityEvent, SseEmitter.SseEventBuilder> written) {
        if (lastSeen != null && !lastSeen.matches("[0-9]{1,18}")) {
            throw new InvalidField("after", "The number of an event.");
        }
        return streams.open(lastSeen == null ? null : Long.valueOf(lastSeen), filter, written);
    }

    /** How many alerts are not closed. */
    public long openAlerts() {
        return alertStore.open();
    }

    public Optional<SecurityAlert> alert(UUID id) {
        return alertStore.find(id);
    }

    /** Alerts, newest first. */
    public Page<SecurityAlert> alerts(AlertFilter filter, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        return Page.cut(alertStore.list(filter, before(after), size + 1), size, row -> Long.toString(row.seq()));
    }

    /** How many alerts have come since one was the newest. */
    public long alertsSince(AlertFilter filter, long seq) {
        return alertStore.countSince(filter, seq);
    }

    /** The events that an alert follows from, newest first, at most 200. */
    public List<SecurityEvent> evidence(UUID alert) {
        return events.ofAlert(alert, PAGE_MAX);
    }

    public AlertHistory history(UUID alert) {
        return alerts.history(alert);
    }

    /**
     * Somebody takes the alert up; done again, it changes nothing. Emits {@code alert_changed}.
     *
     * @throws NotFound if there is no such alert
     */
    public SecurityAlert acknowledge(UUID alert, AccountId by) {
        transaction.executeWithoutResult(status -> alerts.acknowledge(alert, by));
        return alertStore.find(alert).orElseThrow();
    }

    /**
     * It does no more harm. Emits {@code alert_changed}.
     *
     * @throws AlertOutOfOrder if nobody has taken it up, or it is closed
     */
    public SecurityAlert contain(UUID alert, AccountId by, @Nullable String note) {
        String words = Checks.note(note);
        transaction.executeWithoutResult(status -> alerts.contain(alert, by, words));
        return alertStore.find(alert).orElseThrow();
    }

    /**
     * It is done. Emits {@code alert_changed}.
     *
     * @param note what there is to know of it; a false alarm needs its reason
     * @throws InvalidField if a false alarm has none
     * @throws AlertOutOfOrder if nobody has taken it up, or a true one is not contained, or it was closed otherwise
     */
    public SecurityAlert close(UUID alert, AccountId by, Verdict verdict, @Nullable String note) {
        String words = Checks.note(note);
        transaction.executeWithoutResult(status -> alerts.close(alert, by, verdict, words));
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
