package network.fanz.platform.events;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import network.fanz.common.DomainEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log's rows. */
final class EventStore {
    private final JdbcClient client;

    EventStore(JdbcClient client) {
        this.client = client;
    }

    /** One statement for any number of events, always of the same text, so that the server plans it once. */
    static void append(
            Connection connection, Collection<? extends DomainEvent> events, Instant at, Function<DomainEvent, UUID> id)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into events.event (id, type, key, occurred_at, payload)
                select id, type, key, ?, payload::jsonb
                from unnest(?::uuid[], ?, ?, ?) as appended (id, type, key, payload)
                """)) {
            insert.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.setArray(
                    2, texts(connection, events, event -> id.apply(event).toString()));
            insert.setArray(3, texts(connection, events, event -> EventCodec.name(event.getClass())));
            insert.setArray(4, texts(connection, events, DomainEvent::key));
            insert.setArray(5, texts(connection, events, EventCodec::write));
            insert.executeUpdate();
        }
    }

    private static Array texts(
            Connection connection, Collection<? extends DomainEvent> events, Function<DomainEvent, String> text)
            throws SQLException {
        return connection.createArrayOf("text", events.stream().map(text).toArray());
    }

    /** A window of the sequence rather than a limit: without fresh statistics a limit makes the server read and sort the whole log. */
    List<Stored> window(long after, long upTo, Collection<String> types) {
        return client.sql("""
                        select seq, id, type, key, occurred_at, payload::text
                        from events.event
                        where seq > :after and seq <= :upTo and type = any(:types)
                        order by seq
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .param("types", types.toArray(String[]::new))
                .query(EventStore::stored)
                .list();
    }

    void makeRoom() {
        client.sql("select events.make_room()").query((rows, number) -> number).list();
    }

    static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("key"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }
}
