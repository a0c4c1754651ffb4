package network.fanz.security.monitoring.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.security.monitoring.AlertFilter;
import network.fanz.security.monitoring.AlertHistory;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alerts, and what has become of them. */
@Component
public class AlertStore {
    private final JdbcClient database;

    AlertStore(JdbcClient database) {
        this.database = database;
    }

    /** One at a time until the commit: two equal findings never raise two alerts. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('monitoring.alert'))")
                .query((row, number) -> true)
                .single();
    }

    /** The alert that a finding belongs to: of the same rule and entity, not closed, and last seen after the time. */
    Optional<UUID> same(String rule, String entity, Instant after) {
        return database.sql("""
                select id from monitoring.alert
                where rule = :rule and entity = :entity and state <> 'CLOSED' and last_seen_at > :after
                order by last_seen_at desc limit 1
                """)
                .param("rule", rule)
                .param("entity", entity)
                .param("after", utc(after))
                .query(UUID.class)
                .optional();
    }

    /** Counts once more. */
    void repeat(UUID alert, Instant at) {
        database.sql("""
                update monitoring.alert set count = count + 1, last_seen_at = greatest(last_seen_at, :at) where id = :id
                """).param("id", alert).param("at", utc(at)).update();
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
                .param("at", utc(finding.at()))
                .param("now", utc(now))
                .param("count", Math.max(1, finding.evidence().size()))
                .update();
    }

    /** Ties events that were written down to the alert; ids of others' events are left out. */
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

    public Optional<SecurityAlert> find(UUID id) {
        return database.sql("select * from monitoring.alert where id = :id")
                .param("id", id)
                .query(AlertStore::read)
                .optional();
    }

    /** The same, held until the end of the transaction. */
    Optional<SecurityAlert> hold(UUID id) {
        return database.sql("select * from monitoring.alert where id = :id for update")
                .param("id", id)
                .query(AlertStore::read)
                .optional();
    }

    /** Newest first, before a number. */
    public List<SecurityAlert> list(AlertFilter filter, long before, int limit) {
        return database.sql("""
                select * from monitoring.alert
                where seq < :before
                  and (not :open or state <> 'CLOSED')
                  and (cast(:state as text) is null or state = :state)
                  and (cast(:severity as text) is null or severity = :severity)
                order by seq desc limit :limit
                """)
                .param("before", before)
                .param("open", filter.open())
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param(
                        "severity",
                        filter.severity() == null ? null : filter.severity().name(),
                        Types.VARCHAR)
                .param("limit", limit)
                .query(AlertStore::read)
                .list();
    }

    public long countSince(AlertFilter filter, long seq) {
        return database.sql("""
                select count(*) from monitoring.alert
                where seq > :seq
                  and (not :open or state <> 'CLOSED')
                  and (cast(:state as text) is null or state = :state)
                  and (cast(:severity as text) is null or severity = :severity)
                """)
                .param("seq", seq)
                .param("open", filter.open())
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR)
                .param(
                        "severity",
                        filter.severity() == null ? null : filter.severity().name(),
                        Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    public long open() {
        return database.sql("select count(*) from monitoring.alert where state <> 'CLOSED'")
                .query(Long.class)
                .single();
    }

    void acknowledge(UUID id, AccountId by, Instant now) {
        database.sql("""
                update monitoring.alert set state = 'ACKNOWLEDGED', acknowledged_at = :now, acknowledged_by = :by where id = :id
                """)
                .param("id", id)
                .param("by", by.value())
                .param("now", utc(now))
                .update();
    }

    void contain(UUID id, Instant now) {
        database.sql("update monitoring.alert set state = 'CONTAINED', contained_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    void close(UUID id, Verdict verdict, Instant now) {
        database.sql("""
                update monitoring.alert set state = 'CLOSED', closed_at = :now, verdict = :verdict where id = :id
                """)
                .param("id", id)
                .param("verdict", verdict.name())
                .param("now", utc(now))
                .update();
    }

    /** Critical and high alerts that nobody has taken up since a time of each, now marked as escalated. */
    List<SecurityAlert> escalate(Instant criticalUntil, Instant highUntil, Instant now) {
        return database.sql("""
                update monitoring.alert set escalated_at = :now
                where id in (
                  select id from monitoring.alert
                  where state = 'NEW' and escalated_at is null
                    and (severity = 'CRITICAL' and created_at <= :critical or severity = 'HIGH' and created_at <= :high)
                  order by created_at limit 100 for update skip locked)
                returning *
                """)
                .param("now", utc(now))
                .param("critical", utc(criticalUntil))
                .param("high", utc(highUntil))
                .query(AlertStore::read)
                .list();
    }

    void change(UUID alert, Instant at, @Nullable AccountId by, String what, String note) {
        database.sql("""
                insert into monitoring.alert_change (alert, number, at, by_account, what, note)
                select :alert, coalesce(max(number), 0) + 1, :at, :by, :what, :note
                from monitoring.alert_change where alert = :alert
                """)
                .param("alert", alert)
                .param("at", utc(at))
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .param("what", what)
                .param("note", note)
                .update();
    }

    /** Notes that a step was taken; from the second time on its number stands behind its name. */
    public void step(UUID alert, String step, Instant at, String result) {
        database.sql("""
                insert into monitoring.alert_step (alert, step, at, result)
                select :alert, :step || case count(*) when 0 then '' else '_' || (count(*) + 1) end, :at, :result
                from monitoring.alert_step where alert = :alert and starts_with(step, :step)
                """)
                .param("alert", alert)
                .param("step", step)
                .param("at", utc(at))
                .param("result", result)
                .update();
    }

    public AlertHistory history(UUID alert) {
        List<AlertHistory.Change> changes = database.sql("""
                select at, by_account, what, note from monitoring.alert_change where alert = :alert order by number
                """)
                .param("alert", alert)
                .query((row, number) -> new AlertHistory.Change(
                        instant(row, "at"), account(row, "by_account"), row.getString("what"), row.getString("note")))
                .list();
        List<AlertHistory.Step> steps = database.sql("""
                select step, at, result from monitoring.alert_step where alert = :alert order by at, step
                """)
                .param("alert", alert)
                .query((row, number) ->
                        new AlertHistory.Step(row.getString("step"), instant(row, "at"), row.getString("result")))
                .list();
        return new AlertHistory(changes, steps);
    }

    private static SecurityAlert read(ResultSet row, int number) throws SQLException {
        String playbook = row.getString("playbook");
        String verdict = row.getString("verdict");
        return new SecurityAlert(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("rule"),
                row.getString("entity"),
                row.getObject("event_id", UUID.class),
                AlertType.valueOf(row.getString("type")),
                Severity.valueOf(row.getString("severity")),
                row.getString("title"),
                row.getString("description"),
                playbook == null ? null : Playbook.valueOf(playbook),
                account(row, "user_id"),
                row.getString("ip_address"),
                instant(row, "event_at"),
                instant(row, "created_at"),
                instant(row, "last_seen_at"),
                row.getLong("count"),
                AlertState.valueOf(row.getString("state")),
                optional(row, "acknowledged_at"),
                account(row, "acknowledged_by"),
                optional(row, "contained_at"),
                optional(row, "closed_at"),
                verdict == null ? null : Verdict.valueOf(verdict),
                optional(row, "escalated_at"));
    }

    private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new AccountId(id);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
