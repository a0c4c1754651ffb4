package network.fanz.security.monitoring.alerts;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.security.monitoring.Severity;
import org.jspecify.annotations.Nullable;
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

    /** The alert about the same finding: the one that is not closed, else the newest. */
    Optional<SecurityAlert> alertAbout(String rule, String entity) {
        return database.sql("""
                select * from monitoring.alert where rule = :rule and entity = :entity
                order by state = 'CLOSED', seq desc limit 1 for update
                """)
                .param("rule", rule)
                .param("entity", entity)
                .query(AlertStore::read)
                .optional();
    }

    /**
     * Counts a repeat of the alert, with the severity that it has from now on. An alert is about an account as long as all that it tells of
     * is.
     */
    void countRepeat(UUID alert, Severity severity, Finding finding) {
        database.sql("""
                update monitoring.alert
                set count = count + 1, severity = :severity, last_seen_at = greatest(last_seen_at, :at),
                  user_id = case when user_id = cast(:user as uuid) then user_id end
                where id = :id
                """)
                .param("id", alert)
                .param("severity", severity.name())
                .param("at", Columns.utc(finding.at()))
                .param("user", account(finding), Types.OTHER)
                .update();
    }

    /** The alert says from now on what it has grown to, how much that is at least, and what is done about it. */
    void grow(UUID alert, Finding finding) {
        database.sql("""
                update monitoring.alert
                set type = :type, title = :title, description = :description, playbook = :playbook, proposal = :proposal,
                  count = greatest(count, :evidence)
                where id = :id
                """)
                .param("id", alert)
                .param("type", finding.type().name())
                .param("title", finding.title())
                .param("description", finding.description())
                .param("playbook", name(finding.playbook()), Types.VARCHAR)
                .param("proposal", name(finding.proposal()), Types.VARCHAR)
                .param("evidence", finding.evidence().size())
                .update();
    }

    /** The alert waits for somebody once more, and escalates once more. */
    void reopen(UUID alert) {
        database.sql("""
                update monitoring.alert
                set state = 'NEW', acknowledged_at = null, acknowledged_by = null, contained_at = null, escalated_at = null
                where id = :id
                """).param("id", alert).update();
    }

    /** The alert is worse than when its last escalation was mailed, so it escalates once more. */
    void escalateAgain(UUID alert) {
        database.sql("update monitoring.alert set escalated_at = null where id = :id")
                .param("id", alert)
                .update();
    }

    /** Keeps a report's own words. */
    void addReport(UUID alert, Finding finding, AccountId by, Instant now) {
        database.sql("""
                insert into monitoring.alert_report (alert, at, by_account, severity, title, description)
                values (:alert, :at, :by, :severity, :title, :description)
                """)
                .param("alert", alert)
                .param("at", Columns.utc(now))
                .param("by", by.value())
                .param("severity", finding.severity().name())
                .param("title", finding.title())
                .param("description", finding.description())
                .update();
    }

    /** @param previous the closed alert about the same finding; null if this is the first */
    void add(UUID id, Finding finding, @Nullable UUID previous, Instant now) {
        database.sql("""
                insert into monitoring.alert (id, rule, entity, event_id, type, severity, title, description, playbook, user_id,
                  ip_address, event_at, created_at, last_seen_at, count, state, previous, proposal)
                values (:id, :rule, :entity, :event, :type, :severity, :title, :description, :playbook, :user,
                  :address, :at, :now, :at, :count, 'NEW', :previous, :proposal)
                """)
                .param("id", id)
                .param("rule", finding.rule())
                .param("entity", finding.entity())
                .param("event", finding.eventId(), Types.OTHER)
                .param("type", finding.type().name())
                .param("severity", finding.severity().name())
                .param("title", finding.title())
                .param("description", finding.description())
                .param("playbook", name(finding.playbook()), Types.VARCHAR)
                .param("user", account(finding), Types.OTHER)
                .param("address", finding.ipAddress(), Types.VARCHAR)
                .param("at", Columns.utc(finding.at()))
                .param("now", Columns.utc(now))
                .param("count", Math.max(1, finding.evidence().size()))
                .param("previous", previous, Types.OTHER)
                .param("proposal", name(finding.proposal()), Types.VARCHAR)
                .update();
    }

    private static @Nullable UUID account(Finding finding) {
        AccountId account = finding.userId();
        return account == null ? null : account.value();
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    /** The accounts that have reported what the alert is about. */
    Set<AccountId> reporters(UUID alert) {
        return Set.copyOf(database.sql("""
                select distinct event.reported_by from monitoring.alert_event link
                join monitoring.security_event event on event.id = link.event
                where link.alert = :alert and event.reported_by is not null
                union
                select by_account from monitoring.alert_report where alert = :alert
                """)
                .param("alert", alert)
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list());
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
