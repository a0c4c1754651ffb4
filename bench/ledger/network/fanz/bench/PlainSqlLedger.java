package network.fanz.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import network.fanz.common.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plain way, {@code baseline.sql}: as many connections as asked for, each with its one call prepared, shared by all callers. */
final class PlainSqlLedger implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<PreparedStatement> free;

    /**
     * @param queued whether callers get a connection in the order in which they came: fewer transfers a second, but none that waits long
     */
    PlainSqlLedger(DataSource source, int size, boolean queued) throws SQLException {
        this.free = new ArrayBlockingQueue<>(size, queued);
        for (int number = 0; number < size; number++) {
            Connection connection = source.getConnection();
            connections.add(connection);
            free.add(connection.prepareStatement("select baseline.record(?, ?, ?, ?, ?::bigint, ?, ?, ?, ?, ?)"));
        }
    }

    /** Makes its tables beside the ledger's, and the same accounts in them. */
    static void make(DataSource owner) throws IOException {
        JdbcClient jdbc = JdbcClient.create(owner);
        try (InputStream sql = PlainSqlLedger.class.getResourceAsStream("/baseline.sql")) {
            jdbc.sql(new String(sql.readAllBytes(), StandardCharsets.UTF_8)).update();
        }
        jdbc.sql("insert into baseline.account overriding system value select * from ledger.account")
                .update();
    }

    void transfer(long debit, long credit, long amount, SplittableRandom random) throws Exception {
        UUID id = Ids.next(CLOCK);
        PreparedStatement call = free.take();
        try {
            call.setObject(1, id);
            call.setBytes(2, LedgerBench.request(debit, credit, amount));
            call.setLong(3, debit);
            call.setLong(4, credit);
            call.setLong(5, amount);
            call.setInt(6, 1);
            call.setInt(7, 1);
            call.setString(8, "bench");
            call.setString(9, id.toString());
            call.setTimestamp(10, Timestamp.from(CLOCK.instant()));
            try (ResultSet answer = call.executeQuery()) {
                answer.next();
                if (answer.getInt(1) != 0) {
                    throw new IllegalStateException("refused: " + answer.getInt(1));
                }
            }
        } finally {
            free.add(call);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
