package network.fanz.platform.events;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import network.fanz.common.DomainEvent;
import network.fanz.platform.postgres.Columns;
import network.fanz.platform.postgres.CopyRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log's rows. */
final class EventStore {
    /** The text is the same for any number of events, so the server plans it once. */
    static final String INSERT = """
        insert into events.event (id, type, key, occurred_at, payload, passing)
        select id, type, key, ?, payload::jsonb, passing
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::boolean[]) as appended (id, type, key, payload, passing)
        """;

    private static final String COPY =
            "copy events.event (id, type, key, occurred_at, payload, passing) from stdin (format binary)";

    private final JdbcClient client;

    EventStore(JdbcClient client) {
        this.client = client;
    }

    /** Sets the parameters of {@link #INSERT}, the first of which has this index; returns the index behind the last. */
    static int bind(
            PreparedStatement insert, int first, Collection<? extends DomainEvent> events, Instant at, List<UUID> ids)
            throws SQLException {
        Connection connection = insert.getConnection();
        insert.setObject(first, Columns.utc(at));
        insert.setArray(first + 1, connection.createArrayOf("uuid", ids.toArray()));
        insert.setArray(first + 2, texts(connection, events, event -> EventCodec.name(event.getClass())));
        insert.setArray(first + 3, texts(connection, events, DomainEvent::key));
        insert.setArray(first + 4, texts(connection, events, EventCodec::write));
        insert.setArray(
                first + 5,
                connection.createArrayOf(
                        "boolean", events.stream().map(DomainEvent::passing).toArray()));
        return first + 6;
    }

    /** The rows of many events, for {@link #copy} to send. */
    static CopyRows copyRows(Collection<? extends DomainEvent> events, Instant at, List<UUID> ids) {
        CopyRows rows = new CopyRows(6);
        int index = 0;
        for (DomainEvent event : events) {
            rows.row()
                    .uuid(ids.get(index++))
                    .text(EventCodec.name(event.getClass()))
                    .text(event.key())
                    .timestamptz(at)
                    .jsonb(EventCodec.writeBytes(event))
                    .bool(event.passing());
        }
        return rows;
    }

    static void copy(Connection connection, CopyRows rows) throws SQLException {
        rows.writeTo(connection, COPY);
    }

    private static Array texts(
            Connection connection, Collection<? extends DomainEvent> events, Function<DomainEvent, String> text)
            throws SQLException {
        return connection.createArrayOf("text", events.stream().map(text).toArray());
    }

    /**
     * The first events of a window. The window bounds what the server reads and sorts, which a limit alone does not do without fresh
     * statistics. The limit bounds what this node holds in memory.
     */
    List<StoredEvent> window(long after, long upTo, Collection<String> types, int most) {
        return client.sql("""
                        select seq, id, type, key, occurred_at, payload::text
                        from events.event
                        where seq > :after and seq <= :upTo and type = any(:types)
                        order by seq limit :most
                        """)
                .param("most", most)
                .param("after", after)
                .param("upTo", upTo)
                .param("types", types.toArray(String[]::new))
                .query(EventStore::storedEvent)
                .list();
    }

    /** The last number that an event has taken. Its transaction may still run, or may have failed. */
    long lastSeq() {
        return client.sql("select case when is_called then last_value else 0 end from events.event_seq_seq")
                .query(Long.class)
                .single();
    }

    /**
     * Deletes passing events that all these subscriptions have behind them and none has parked: those from before a time, and those that say
     * that they come from the future.
     *
     * @return how many that were
     */
    int forgetPassing(Collection<String> subscriptions, Instant before, Instant latest, int most) {
        return client.sql("select events.forget_passing(:subscriptions, :before, :latest, :most)")
                .param("subscriptions", subscriptions.toArray(String[]::new))
                .param("before", Columns.utc(before))
                .param("latest", Columns.utc(latest))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void createPartitions() {
        client.sql("select events.make_room()").query((rows, number) -> number).list();
    }

    static StoredEvent storedEvent(ResultSet row, int number) throws SQLException {
        return new StoredEvent(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("key"),
                Columns.instant(row, "occurred_at"),
                row.getString("payload"));
    }
}
