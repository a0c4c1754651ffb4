package network.fanz.platform.idempotency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys in use. Each call is one statement and one short transaction. */
@Repository
class IdempotencyStore {
    private static final int SWEPT_MAX = 10_000;

    private final JdbcClient client;

    IdempotencyStore(JdbcClient client) {
        this.client = client;
    }

    /**
     * Takes the key: a new one, one that has expired, or one whose runner is overdue with the same request. The commit need not reach
     * the disk by itself: whatever the request then commits flushes this before it.
     *
     * @return whether the key is the runner's now
     */
    boolean begin(UUID id, byte[] asked, KeyHolder holder, Instant now, Instant leaseUntil, Instant expiresAt) {
        return client.sql("""
                        with relaxed as materialized (select set_config('synchronous_commit', 'off', true))
                        insert into idempotency.request as r (id, asked, runner, run, lease_until, expires_at)
                        select :id, :asked, :runner, :run, :lease_until, :expires_at from relaxed
                        on conflict (id) do update set
                          asked = excluded.asked, runner = excluded.runner, run = excluded.run, lease_until = excluded.lease_until,
                          answer = null, expires_at = excluded.expires_at
                        where r.expires_at <= :now
                          or (r.answer is null and r.lease_until <= :now and r.asked = excluded.asked)
                        """)
                        .param("id", id)
                        .param("asked", asked)
                        .param("runner", holder.runner())
                        .param("run", holder.run())
                        .param("now", Timestamp.from(now))
                        .param("lease_until", Timestamp.from(leaseUntil))
                        .param("expires_at", Timestamp.from(expiresAt))
                        .update()
                == 1;
    }

    Optional<IdempotencyRow> find(UUID id) {
        return client.sql("select asked, answer, run, lease_until from idempotency.request where id = :id")
                .param("id", id)
                .query((row, number) -> new IdempotencyRow(
                        row.getBytes("asked"),
                        row.getBytes("answer"),
                        row.getObject("run", UUID.class),
                        row.getTimestamp("lease_until").toInstant()))
                .optional();
    }

    /** Keeps the answer; false if another node has taken the key over meanwhile. */
    boolean finish(UUID id, UUID runner, byte[] answer, Instant expiresAt) {
        return client.sql("""
                        update idempotency.request set answer = :answer, expires_at = :expires_at
                        where id = :id and runner = :runner and answer is null
                        """)
                        .param("id", id)
                        .param("runner", runner)
                        .param("answer", answer)
                        .param("expires_at", Timestamp.from(expiresAt))
                        .update()
                == 1;
    }

    /** Gives the key back, as if it had never come. */
    void release(UUID id, UUID runner) {
        client.sql("delete from idempotency.request where id = :id and runner = :runner and answer is null")
                .param("id", id)
                .param("runner", runner)
                .update();
    }

    /** Frees the keys of a run that is gone for the same requests; how many they were. */
    int endLeases(UUID run, Instant now) {
        return client.sql("""
                        update idempotency.request set lease_until = least(lease_until, :now)
                        where run = :run and answer is null
                        """)
                .param("run", run)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Shortens leases and lives that end later than any that begins now: they began under a clock that was ahead. An answer is not dropped
     * for that, because the request would then be done again.
     */
    void shortenThoseAhead(Instant latestLease, Instant latestEnd) {
        client.sql("""
                        update idempotency.request set
                          lease_until = least(lease_until, :latestLease), expires_at = least(expires_at, :latestEnd)
                        where expires_at > :latestEnd
                        """)
                .param("latestLease", Timestamp.from(latestLease))
                .param("latestEnd", Timestamp.from(latestEnd))
                .update();
    }

    /** Deletes every key that has expired by now. */
    void deleteAllExpired(Instant now) throws InterruptedException {
        while (deleteExpired(now) == SWEPT_MAX) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** Deletes a bounded number of expired keys in one short transaction. */
    int deleteExpired(Instant now) {
        return client.sql("""
                        delete from idempotency.request where id in (
                          select id from idempotency.request where expires_at <= :now limit :most for update skip locked)
                        """)
                .param("now", Timestamp.from(now))
                .param("most", SWEPT_MAX)
                .update();
    }

    /**
     * Who has a key.
     *
     * @param runner this one request
     * @param run the run of the program in which it is
     */
    record KeyHolder(UUID runner, UUID run) {}

    /**
     * A key as it stands.
     *
     * @param response null while the request runs
     * @param run the run of the program that has it; null if a node of an older version has
     */
    record IdempotencyRow(
            byte[] requestHash,
            byte @Nullable [] response,
            @Nullable UUID run,
            Instant leaseUntil) {}
}
