package network.fanz.security.monitoring.alerts;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings as they become alerts, or repeats of an open alert. */
@Component
final class FindingStore {
    private final JdbcClient database;

    FindingStore(JdbcClient database) {
        this.database = database;
    }

    /** One transaction at a time until its commit: two equal findings never raise two alerts. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('monitoring.alert'))")
                .query((row, number) -> true)
                .single();
    }

    /** The alert that a finding belongs to: of the same rule and entity, not closed, and last seen after the given time. */
    Optional<UUID> openAlert(String rule, String entity, Instant after) {
        return database.sql("""
                select id from monitoring.alert
                where rule = :rule and entity = :entity and state <> 'CLOSED' and last_seen_at > :after
                order by last_seen_at desc limit 1
                """)
                .param("rule", rule)
                .param("entity", entity)
                .param("after", Columns.utc(after))
                .query(UUID.class)
                .optional();
    }

    /** Counts a repeat of the alert. */
    void countRepeat(UUID alert, Instant at) {
        database.sql("""
                update monitoring.alert set count = count + 1, last_seen_at = greatest(last_seen_at, :at) where id = :id
                """).param("id", alert).param("at", Columns.utc(at)).update();
    }

    void add(UUID id, Finding finding, Instant now) {
        database.sql("""
                insert into monitoring.alert (id, rule, entity, event_id, type, severity, title, description, playbook, user_id,
                  ip_address, event_at, created_at, last_seen_at, count, state)
                values (:id, :rule, :entity, :event, :type, :severity, :title, :description, :playbook, :user,
                  :address, :at, :now, :at, :count, 'NEW')
                """)
                .param("id", id)
                .param("rule", finding.rule())
                .param("entity", finding.entity())
                .param("event", finding.eventId(), Types.OTHER)
                .param("type", finding.type().name())
                .param("severity", finding.severity().name())
                .param("title", finding.title())
                .param("description", finding.description())
                .param(
                        "playbook",
                        finding.playbook() == null ? null : finding.playbook().name(),
                        Types.VARCHAR)
                .param(
                        "user",
                        finding.userId() == null ? null : finding.userId().value(),
                        Types.OTHER)
                .param("address", finding.ipAddress(), Types.VARCHAR)
                .param("at", Columns.utc(finding.at()))
                .param("now", Columns.utc(now))
                .param("count", Math.max(1, finding.evidence().size()))
                .update();
    }

    /** Links recorded events to the alert; ids that are no recorded events are left out. */
    void link(UUID alert, List<UUID> events) {
        database.sql("""
                insert into monitoring.alert_event (alert, event)
                select :alert, id from monitoring.security_event where id = any (cast(:events as uuid[]))
                on conflict do nothing
                """)
                .param("alert", alert)
                .param("events", events.toArray(UUID[]::new))
                .update();
    }
}
