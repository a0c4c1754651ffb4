package network.fanz.platform.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events that subscriptions have parked. */
final class ParkedStore {
    private final JdbcClient client;

    ParkedStore(JdbcClient client) {
        this.client = client;
    }

    /** Which of these keys have parked events. It reads one row a key, however many are parked. */
    Set<String> parkedKeys(String subscription, Collection<String> keys) {
        return client.sql("""
                        select asked.key from unnest(:keys::text[]) as asked (key)
                        cross join lateral (
                          select 1 from events.parked p
                          where p.subscription = :subscription and p.key = asked.key limit 1) as first
                        """)
                .param("subscription", subscription)
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    void park(String subscription, StoredEvent event, @Nullable String error, @Nullable Instant retryAt, Instant now) {
        client.sql("""
                        insert into events.parked (subscription, seq, key, error, attempts, parked_at, retry_at)
                        values (:subscription, :seq, :key, :error, :attempts, :now, :retryAt)
                        """)
                .param("subscription", subscription)
                .param("seq", event.seq())
                .param("key", event.key())
                .param("error", error)
                .param("attempts", error == null ? 0 : 1)
                .param("now", Columns.utc(now))
                .param("retryAt", retryAt == null ? null : Columns.utc(retryAt), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** @param latest what is to be tried later than this is due as well */
    List<String> due(String subscription, Instant now, Instant latest) {
        return client.sql("""
                        select key from events.parked
                        where subscription = :subscription and (retry_at <= :now or retry_at > :latest)
                        order by retry_at limit 100
                        """)
                .param("subscription", subscription)
                .param("now", Columns.utc(now))
                .param("latest", Columns.utc(latest))
                .query(String.class)
                .list();
    }

    List<ParkedRow> ofKey(String subscription, String key, int max) {
        return client.sql("""
                        select e.seq, e.id, e.type, e.key, e.occurred_at, e.payload::text, p.attempts
                        from events.parked p join events.event e on e.seq = p.seq
                        where p.subscription = :subscription and p.key = :key
                        order by p.seq limit :max
                        """)
                .param("subscription", subscription)
                .param("key", key)
                .param("max", max)
                .query((row, number) -> new ParkedRow(EventStore.storedEvent(row, number), row.getInt("attempts")))
                .list();
    }

    /** Makes the first parked event of a key due at once; false if the key has none. */
    boolean makeDue(String subscription, String key, Instant now) {
        return client.sql("""
                        update events.parked set retry_at = :now
                        where subscription = :subscription and seq = (
                          select min(seq) from events.parked where subscription = :subscription and key = :key)
                        """)
                        .param("now", Columns.utc(now))
                        .param("subscription", subscription)
                        .param("key", key)
                        .update()
                > 0;
    }

    void recordFailure(String subscription, long seq, String error, @Nullable Instant retryAt) {
        client.sql("""
                        update events.parked set error = :error, attempts = attempts + 1, retry_at = :retryAt
                        where subscription = :subscription and seq = :seq
                        """)
                .param("error", error)
                .param("retryAt", retryAt == null ? null : Columns.utc(retryAt), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("subscription", subscription)
                .param("seq", seq)
                .update();
    }

    void release(String subscription, long seq) {
        client.sql("delete from events.parked where subscription = :subscription and seq = :seq")
                .param("subscription", subscription)
                .param("seq", seq)
                .update();
    }

    void releaseAll(String subscription) {
        client.sql("delete from events.parked where subscription = :subscription")
                .param("subscription", subscription)
                .update();
    }

    void handOver(String from, String to) {
        client.sql("update events.parked set subscription = :to where subscription = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    long count(String subscription, String key) {
        return client.sql("select count(*) from events.parked where subscription = :subscription and key = :key")
                .param("subscription", subscription)
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** The first parked event of each subscription and key, after the given subscription and key. */
    List<ParkedEvent> firstOfEachKey(String afterSubscription, String afterKey, int max) {
        return client.sql("""
                        select distinct on (p.subscription, p.key)
                               p.subscription, p.key, p.seq, e.type, p.error, p.attempts, p.parked_at, p.retry_at,
                               count(*) over (partition by p.subscription, p.key) - 1 as behind
                        from events.parked p join events.event e on e.seq = p.seq
                        where (p.subscription, p.key) > (:afterSubscription, :afterKey)
                        order by p.subscription, p.key, p.seq
                        limit :max
                        """)
                .param("afterSubscription", afterSubscription)
                .param("afterKey", afterKey)
                .param("max", max)
                .query(ParkedStore::firstOfEachKey)
                .list();
    }

    private static ParkedEvent firstOfEachKey(ResultSet row, int number) throws SQLException {
        String error = row.getString("error");
        return new ParkedEvent(
                row.getString("subscription"),
                row.getString("key"),
                row.getLong("seq"),
                row.getString("type"),
                error == null ? "" : error,
                row.getInt("attempts"),
                row.getLong("behind"),
                Columns.instant(row, "parked_at"),
                Columns.instantOrNull(row, "retry_at"));
    }

    record ParkedRow(StoredEvent event, int attempts) {}
}
