package network.fanz.platform.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Asks the server about running transactions, over the connection that the watermark holds. */
final class WatermarkStore {
    /**
     * @param seq the sequence's last number
     * @param xid higher than the id of every transaction that has taken a number up to {@code seq}
     * @param nanos when it was taken, {@link System#nanoTime}
     */
    record WatermarkCandidate(long seq, long xid, long nanos) {}

    /**
     * @param last the sequence's last number
     * @param oldest no transaction with a lower id than this is running
     */
    record SequenceSnapshot(long last, long oldest) {}

    private WatermarkStore() {}

    static SequenceSnapshot takeSnapshot(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select case when is_called then last_value else 0 end,
                               pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                        from events.event_seq_seq
                        """);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new SequenceSnapshot(row.getLong(1), row.getLong(2));
        }
    }

    static WatermarkCandidate takeCandidate(Connection connection) throws SQLException {
        long nanos = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement("select l, h::text::bigint from events.mark()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new WatermarkCandidate(row.getLong(1), row.getLong(2), nanos);
        }
    }

    static Set<String> typesBetween(Connection connection, long after, long upTo) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select distinct type from events.event where seq > ? and seq <= ?")) {
            query.setLong(1, after);
            query.setLong(2, upTo);
            try (ResultSet rows = query.executeQuery()) {
                Set<String> types = new HashSet<>();
                while (rows.next()) {
                    types.add(rows.getString(1));
                }
                return types;
            }
        }
    }
}
