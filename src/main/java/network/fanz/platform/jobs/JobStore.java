package network.fanz.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs' schedule and leases. */
final class JobStore {
    private final JdbcClient client;

    JobStore(JdbcClient client) {
        this.client = client;
    }

    void register(String name, Instant now) {
        client.sql("insert into jobs.job (name, next_at) values (:name, :now) on conflict (name) do nothing")
                .param("name", name)
                .param("now", Columns.utc(now))
                .update();
    }

    List<JobSchedule> schedules() {
        return client.sql("select name, next_at, lease_until from jobs.job")
                .query((row, number) -> new JobSchedule(
                        row.getString("name"),
                        Columns.instant(row, "next_at"),
                        Columns.instantOrNull(row, "lease_until")))
                .list();
    }

    /** True for exactly one node of those that saw the same schedule: the row's lock lets the condition be checked again. */
    boolean claim(JobSchedule seen, UUID node, Instant now, Instant until) {
        Instant leaseUntil = seen.leaseUntil();
        return client.sql("""
                        update jobs.job set holder = :node, lease_until = :until, started_at = :now
                        where name = :name and next_at = :seenNext and lease_until is not distinct from :seenLease
                        """)
                        .param("node", node)
                        .param("until", Columns.utc(until))
                        .param("now", Columns.utc(now))
                        .param("name", seen.name())
                        .param("seenNext", Columns.utc(seen.nextAt()))
                        .param(
                                "seenLease",
                                leaseUntil == null ? null : Columns.utc(leaseUntil),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /** Renews a node's leases of the jobs that it still runs; returns those that it still has. */
    Set<String> renew(UUID node, Collection<String> running, Instant until) {
        return client.sql("""
                        update jobs.job set lease_until = :until
                        where holder = :node and name = any(:running) returning name
                        """)
                .param("until", Columns.utc(until))
                .param("node", node)
                .param("running", running.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** Ends a run; does nothing if the lease has passed to another node meanwhile. */
    void end(String name, UUID node, String outcome, @Nullable String error, Instant now, Instant nextAt) {
        client.sql("""
                        update jobs.job set holder = null, lease_until = null, ended_at = :now, next_at = :nextAt,
                          outcome = :outcome, error = :error, runs = runs + 1,
                          failures_in_a_row = case when :outcome = 'failed' then failures_in_a_row + 1 else 0 end
                        where name = :name and holder = :node
                        """)
                .param("now", Columns.utc(now))
                .param("nextAt", Columns.utc(nextAt))
                .param("outcome", outcome)
                .param("error", error, Types.VARCHAR)
                .param("name", name)
                .param("node", node)
                .update();
    }

    List<JobState> states(Instant now) {
        return client.sql("select *, lease_until > :now as running from jobs.job order by name")
                .param("now", Columns.utc(now))
                .query(JobStore::state)
                .list();
    }

    private static JobState state(ResultSet row, int number) throws SQLException {
        return new JobState(
                row.getString("name"),
                Columns.instant(row, "next_at"),
                row.getBoolean("running"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "ended_at"),
                row.getString("outcome"),
                row.getString("error"),
                row.getLong("runs"),
                row.getInt("failures_in_a_row"));
    }
}
