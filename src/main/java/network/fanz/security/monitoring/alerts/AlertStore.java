package network.fanz.security.monitoring.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.monitoring.AlertFilter;
import network.fanz.security.monitoring.AlertProposal;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.AlertVerdict;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.SecurityAlert;
import network.fanz.security.monitoring.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Alerts and their states. */
@Component
public class AlertStore {
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final JdbcClient database;

    AlertStore(JdbcClient database) {
        this.database = database;
    }

    public Optional<SecurityAlert> find(UUID id) {
        return database.sql("select * from monitoring.alert where id = :id")
                .param("id", id)
                .query(AlertStore::read)
                .optional();
    }

    /** As {@link #find}, but locks the row until the transaction ends. */
    Optional<SecurityAlert> findForUpdate(UUID id) {
        return database.sql("select * from monitoring.alert where id = :id for update")
                .param("id", id)
                .query(AlertStore::read)
                .optional();
    }

    /** What is to be done: the worst first, then the newest, behind a place in that order. */
    public List<SecurityAlert> worstFirst(AlertFilter filter, int rank, long before, int limit) {
        return asked(
                        "select * from monitoring.alert where (severity_rank, seq) < (:rank, :before)",
                        filter,
                        "order by severity_rank desc, seq desc limit :limit")
                .param("rank", rank)
                .param("before", before)
                .param("limit", limit)
                .query(AlertStore::read)
                .list();
    }

    /** What was: newest first, below a number. */
    public List<SecurityAlert> newestFirst(AlertFilter filter, long before, int limit) {
        return asked("select * from monitoring.alert where seq < :before", filter, "order by seq desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(AlertStore::read)
                .list();
    }

    /** Newest first; only by what the program has seen itself, for an outside sender may name any payment. */
    public List<SecurityAlert> aboutPayment(UUID payment, int limit) {
        return database.sql("""
                select * from monitoring.alert where id in (
                  select behind.alert from monitoring.security_event event
                    join monitoring.alert_event behind on behind.event = event.id
                   where event.metadata ->> 'payment' = :payment and event.reported_by is null)
                 order by seq desc limit :limit""")
                .param("payment", payment.toString())
                .param("limit", limit)
                .query(AlertStore::read)
                .list();
    }

    /** Newest first. */
    public List<SecurityAlert> aboutAccount(AccountId account, int limit) {
        return database.sql("select * from monitoring.alert where user_id = :account order by seq desc limit :limit")
                .param("account", account.value())
                .param("limit", limit)
                .query(AlertStore::read)
                .list();
    }

    /** Those for which an address was refused since then, as far as two clocks agree. */
    List<SecurityAlert> withBlock(String address, Instant since) {
        return database.sql("""
                select * from monitoring.alert where ip_address = :address and id in (
                  select alert from monitoring.alert_step
                   where starts_with(step, :step) and at >= :since and alert in (
                     select id from monitoring.alert where ip_address = :address))
                 order by seq limit 100 for update""")
                .param("address", address)
                .param("step", PlaybookRunner.BLOCK_ADDRESS)
                .param("since", Columns.utc(since.minus(CLOCKS_DIFFER_MAX)))
                .query(AlertStore::read)
                .list();
    }

    /** The number of the newest alert; 0 before there is one. */
    public long newest() {
        return database.sql("select coalesce(max(seq), 0) from monitoring.alert")
                .query(Long.class)
                .single();
    }

    public long countSince(AlertFilter filter, long seq) {
        return asked("select count(*) from monitoring.alert where seq > :seq", filter, "")
                .param("seq", seq)
                .query(Long.class)
                .single();
    }

    private StatementSpec asked(String select, AlertFilter filter, String order) {
        AlertState state = filter.state();
        Severity severity = filter.severity();
        // Written out, not as a parameter, so that PostgreSQL plans with the index of open alerts.
        String open = filter.open() ? " and state <> 'CLOSED'" : "";
        return database.sql(select + open + """
                  and (cast(:state as text) is null or state = :state)
                  and (cast(:severity as text) is null or severity = :severity)
                """ + order)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("severity", severity == null ? null : severity.name(), Types.VARCHAR);
    }

    public long countOpen() {
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
                .param("now", Columns.utc(now))
                .update();
    }

    void contain(UUID id, Instant now) {
        database.sql("update monitoring.alert set state = 'CONTAINED', contained_at = :now where id = :id")
                .param("id", id)
                .param("now", Columns.utc(now))
                .update();
    }

    void close(UUID id, AlertVerdict alertVerdict, Instant now) {
        database.sql("""
                update monitoring.alert set state = 'CLOSED', closed_at = :now, verdict = :verdict where id = :id
                """)
                .param("id", id)
                .param("verdict", alertVerdict.name())
                .param("now", Columns.utc(now))
                .update();
    }

    /** Alerts below high that nobody has taken up, and of which nothing more was seen since a time; locked until the transaction ends. */
    List<SecurityAlert> quiet(Instant since, int limit) {
        return database.sql("""
                select * from monitoring.alert
                where state = 'NEW' and severity in ('INFO', 'LOW', 'MEDIUM')
                  and last_seen_at <= :since and created_at <= :since
                order by last_seen_at limit :limit for update skip locked
                """)
                .param("since", Columns.utc(since))
                .param("limit", limit)
                .query(AlertStore::read)
                .list();
    }

    /** Critical and high alerts that were raised before their limits and never acknowledged, now marked as escalated. */
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
                .param("now", Columns.utc(now))
                .param("critical", Columns.utc(criticalUntil))
                .param("high", Columns.utc(highUntil))
                .query(AlertStore::read)
                .list();
    }

    static SecurityAlert read(ResultSet row, int number) throws SQLException {
        String playbook = row.getString("playbook");
        String verdict = row.getString("verdict");
        String proposal = row.getString("proposal");
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
                Columns.instant(row, "event_at"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "last_seen_at"),
                row.getLong("count"),
                AlertState.valueOf(row.getString("state")),
                Columns.instantOrNull(row, "acknowledged_at"),
                account(row, "acknowledged_by"),
                Columns.instantOrNull(row, "contained_at"),
                Columns.instantOrNull(row, "closed_at"),
                verdict == null ? null : AlertVerdict.valueOf(verdict),
                Columns.instantOrNull(row, "escalated_at"),
                row.getObject("previous", UUID.class),
                proposal == null ? null : AlertProposal.valueOf(proposal));
    }

    static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new AccountId(id);
    }
}
