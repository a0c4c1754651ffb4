package network.fanz.security.ratelimit.counting;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import network.fanz.security.ratelimit.LimitDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes from several limits, and looks for a block of the address, in one round trip and a transaction of its own. */
final class LimitStore {
    private static final String TAKE = """
            select t.refused, t.ahead, (select b.until from ratelimit.block b where b.address = ?) as blocked_until
            from ratelimit.take(?, ?, ?, ?) t
            """;

    /** A deadlock with another transaction. The server does answer, so it can count. */
    private static final String DEADLOCK = "40P01";

    private static final int TRIES_MAX = 3;

    private final DataSource connections;

    LimitStore(DataSource connections) {
        this.connections = connections;
    }

    /**
     * Takes one from every limit, or from none of them: a refused request uses up nothing.
     *
     * @param addressHash whose block to look for; empty for none
     * @param clockNanos a test's clock in nanoseconds; null for the server's clock, which all nodes share
     * @throws LimitStoreDown if the database does not answer
     */
    LimitResult take(List<LimitUse> uses, String addressHash, @Nullable Long clockNanos) {
        // In a caller's transaction the rows would stay locked until its end, and a rollback would give back what was
        // taken.
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Take from limits before you open a transaction.");
        }
        List<LimitUse> sorted = uses.stream().sorted(LimitUse.LOCK_ORDER).toList();
        for (int attempt = 1; attempt < TRIES_MAX; attempt++) {
            try {
                return takeOnce(sorted, addressHash, clockNanos);
            } catch (SQLException failed) {
                if (!DEADLOCK.equals(failed.getSQLState())) {
                    throw new LimitStoreDown(failed);
                }
            }
        }
        return lastTry(sorted, addressHash, clockNanos);
    }

    private LimitResult lastTry(List<LimitUse> sorted, String addressHash, @Nullable Long clockNanos) {
        try {
            return takeOnce(sorted, addressHash, clockNanos);
        } catch (SQLException failed) {
            throw new LimitStoreDown(failed);
        }
    }

    private LimitResult takeOnce(List<LimitUse> sorted, String addressHash, @Nullable Long clockNanos)
            throws SQLException {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, addressHash);
            statement.setArray(2, keys(connection, sorted));
            statement.setArray(3, longs(connection, sorted, Gcra::intervalNanos));
            statement.setArray(4, longs(connection, sorted, Gcra::toleranceNanos));
            statement.setObject(5, clockNanos, Types.BIGINT);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return result(rows, sorted);
            }
        }
    }

    /** Deletes the rows of keys that have used up nothing: such a row means the same as no row. */
    void sweep() {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement("select ratelimit.sweep()")) {
            statement.execute();
        } catch (SQLException failed) {
            throw new LimitStoreDown(failed);
        }
    }

    private static LimitResult result(ResultSet rows, List<LimitUse> uses) throws SQLException {
        int refused = rows.getInt("refused");
        Array array = rows.getArray("ahead");
        Long[] ahead = array == null ? new Long[0] : (Long[]) array.getArray();
        List<LimitDecision> decisions = new ArrayList<>();
        for (int index = 0; index < ahead.length; index++) {
            decisions.add(uses.get(index).decision(ahead[index], index + 1 != refused));
        }
        OffsetDateTime until = rows.getObject("blocked_until", OffsetDateTime.class);
        return new LimitResult(decisions, until == null ? null : until.toInstant());
    }

    private static Array keys(Connection connection, List<LimitUse> uses) throws SQLException {
        return connection.createArrayOf("uuid", uses.stream().map(LimitUse::key).toArray(UUID[]::new));
    }

    private static Array longs(Connection connection, List<LimitUse> uses, ToLongFunction<Gcra> value)
            throws SQLException {
        return connection.createArrayOf(
                "bigint",
                uses.stream().map(use -> value.applyAsLong(use.rate().gcra())).toArray(Long[]::new));
    }
}
