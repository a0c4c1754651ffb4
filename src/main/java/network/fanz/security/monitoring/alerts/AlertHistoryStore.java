package network.fanz.security.monitoring.alerts;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.platform.postgres.Columns;
import network.fanz.security.monitoring.AlertHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The actions on alerts and the accounts that took them: rows are only added. */
@Component
final class AlertHistoryStore {
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

    AlertHistory history(UUID alert) {
        List<AlertHistory.AlertHistoryEntry> changes = database.sql("""
                select at, by_account, what, note from monitoring.alert_change where alert = :alert order by number
                """)
                .param("alert", alert)
                .query((row, number) -> new AlertHistory.AlertHistoryEntry(
                        Columns.instant(row, "at"),
                        AlertStore.account(row, "by_account"),
                        row.getString("what"),
                        row.getString("note")))
                .list();
        List<AlertHistory.PlaybookStep> steps = database.sql("""
                select step, at, result from monitoring.alert_step where alert = :alert order by at, step
                """)
                .param("alert", alert)
                .query((row, number) -> new AlertHistory.PlaybookStep(
                        row.getString("step"), Columns.instant(row, "at"), row.getString("result")))
                .list();
        return new AlertHistory(changes, steps);
    }
}
