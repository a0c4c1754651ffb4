package network.fanz.platform.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    TypedCursor position(String name) {
        return client.sql("select cursor, types from events.subscription where name = :name")
                .param("name", name)
                .query((row, number) -> new TypedCursor(row.getLong("cursor"), Set.of((String[])
                        row.getArray("types").getArray())))
                .single();
    }

    /** @param since the number in the log from which on these types are handled */
    void setTypes(String name, Set<String> types, long since) {
        client.sql("update events.subscription set types = :types, types_since = :since where name = :name")
                .param("types", types.stream().sorted().toArray(String[]::new))
                .param("since", since)
                .param("name", name)
                .update();
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
                        select s.name, s.cursor, s.moved_at, count(p.seq) as parked, min(p.retry_at) as retry_at,
                          count(p.seq) filter (where p.error is not null and p.retry_at is null) as given_up
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
                row.getLong("given_up"),
                Columns.instantOrNull(row, "retry_at"));
    }

    /** @param types which the newest version of the program handles that has run; empty if none has said */
    record TypedCursor(long cursor, Set<String> types) {}

    /**
     * @param givenUp how many of the parked events wait for somebody
     * @param retryAt when the program next tries one of its parked events again; null if none is due at any time
     */
    record Position(
            String name,
            long cursor,
            Instant movedAt,
            long parked,
            long givenUp,
            @Nullable Instant retryAt) {}
}
