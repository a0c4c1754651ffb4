package network.fanz.platform.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where each subscription stands. */
final class CursorStore {
    private final JdbcClient client;

    CursorStore(JdbcClient client) {
        this.client = client;
    }

    void register(String name, Instant now) {
        client.sql("""
                        insert into events.subscription (name, moved_at) values (:name, :now)
                        on conflict (name) do nothing
                        """).param("name", name).param("now", Columns.utc(now)).update();
    }

    /** Takes the right to move this subscription's cursor until the transaction ends. It takes no transaction id and writes nothing. */
    boolean tryLock(String name) {
        return client.sql("select pg_try_advisory_xact_lock(77, hashtext(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** The same right; waits until its holder gives it up. */
    void lock(String name) {
        client.sql("select pg_advisory_xact_lock(77, hashtext(:name))")
                .param("name", name)
                .query((row, number) -> number)
                .list();
    }

    long cursor(String name) {
        return client.sql("select cursor from events.subscription where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void move(String name, long cursor, Instant now) {
        client.sql("update events.subscription set cursor = :cursor, moved_at = :now where name = :name")
                .param("cursor", cursor)
                .param("now", Columns.utc(now))
                .param("name", name)
                .update();
    }

    /** Every subscription that has ever run on this database. */
    List<Position> positions() {
        return client.sql("""
                        select s.name, s.cursor, s.moved_at, count(p.seq) as parked, min(p.retry_at) as retry_at
                        from events.subscription s left join events.parked p on p.subscription = s.name
                        group by s.name
                        order by s.name
                        """).query(CursorStore::position).list();
    }

    private static Position position(ResultSet row, int number) throws SQLException {
        return new Position(
                row.getString("name"),
                row.getLong("cursor"),
                Columns.instant(row, "moved_at"),
                row.getLong("parked"),
                Columns.instantOrNull(row, "retry_at"));
    }

    /** @param retryAt when the program next tries one of its parked events again; null if none is due at any time */
    record Position(
            String name,
            long cursor,
            Instant movedAt,
            long parked,
            @Nullable Instant retryAt) {}
}
