package network.fanz.security.monitoring.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.monitoring.AlertHistory;
import network.fanz.security.monitoring.ReportedFinding;
import network.fanz.security.monitoring.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The actions on alerts and the accounts that took them: rows are only added. */
@Component
final class AlertHistoryStore {
    private static final int SHOWN_MAX = 50;

    private final JdbcClient database;

    AlertHistoryStore(JdbcClient database) {
        this.database = database;
    }

    void change(UUID alert, Instant at, @Nullable AccountId by, String what, String note) {
        database.sql("""
                insert into monitoring.alert_change (alert, number, at, by_account, what, note)
                select :alert, coalesce(max(number), 0) + 1, :at, :by, :what, :note
                from monitoring.alert_change where alert = :alert
                """)
                .param("alert", alert)
                .param("at", Columns.utc(at))
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .param("what", what)
                .param("note", note)
                .update();
    }

    /** Records that a step was taken; a repeated step's name gets a number. */
    void step(UUID alert, String step, Instant at, String result) {
        database.sql("""
                insert into monitoring.alert_step (alert, step, at, result)
                select :alert, :step || case count(*) when 0 then '' else '_' || (count(*) + 1) end, :at, :result
                from monitoring.alert_step where alert = :alert and starts_with(step, :step)
                """)
                .param("alert", alert)
                .param("step", step)
                .param("at", Columns.utc(at))
                .param("result", result)
                .update();
    }

    /** Reports from outside in their own words, newest first, below a number. */
    List<ReportedFinding> reports(UUID alert, long before, int limit) {
        return database.sql("""
                select seq, at, by_account, severity, title, description from monitoring.alert_report
                where alert = :alert and seq < :before order by seq desc limit :limit
                """)
                .param("alert", alert)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new ReportedFinding(
                        row.getLong("seq"),
                        Columns.instant(row, "at"),
                        new AccountId(row.getObject("by_account", UUID.class)),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("title"),
                        row.getString("description")))
                .list();
    }

    /** The newest of both, in their order. */
    AlertHistory history(UUID alert) {
        List<AlertHistory.AlertHistoryEntry> changes = database.sql("""
                select at, by_account, what, note from (
                  select * from monitoring.alert_change where alert = :alert order by number desc limit :most) newest
                order by number
                """)
                .param("alert", alert)
                .param("most", SHOWN_MAX)
                .query((row, number) -> entry(row))
                .list();
        List<AlertHistory.PlaybookStep> steps = database.sql("""
                select step, at, result from (
                  select * from monitoring.alert_step where alert = :alert order by at desc, step desc limit :most) newest
                order by at, step
                """)
                .param("alert", alert)
                .param("most", SHOWN_MAX)
                .query((row, number) -> new AlertHistory.PlaybookStep(
                        row.getString("step"), Columns.instant(row, "at"), row.getString("result")))
                .list();
        return new AlertHistory(changes, steps, done(alert));
    }

    /** Of each step what was said of it last, where that is that it is done. */
    private List<AlertHistory.AlertHistoryEntry> done(UUID alert) {
        return database.sql("""
                select at, by_account, what, note from (
                  select distinct on (note) * from monitoring.alert_change
                   where alert = :alert and what in ('STEP_DONE', 'STEP_NOT_DONE') order by note, number desc) last
                 where what = 'STEP_DONE'
                """)
                .param("alert", alert)
                .query((row, number) -> entry(row))
                .list();
    }

    private static AlertHistory.AlertHistoryEntry entry(ResultSet row) throws SQLException {
        return new AlertHistory.AlertHistoryEntry(
                Columns.instant(row, "at"),
                AlertStore.account(row, "by_account"),
                row.getString("what"),
                row.getString("note"));
    }
}
