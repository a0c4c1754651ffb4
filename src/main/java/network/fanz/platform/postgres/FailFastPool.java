package network.fanz.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A pool that waits for a busy server and not for one that is gone: once it has been found gone, everybody is told at once, until a
 * look of the pool's own finds it back.
 */
final class FailFastPool extends HikariDataSource {
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);

    private final AtomicBoolean unreachable = new AtomicBoolean();

    FailFastPool(HikariConfig config) {
        super(config);
    }

    /** @throws SQLTransientConnectionException if the server is gone, or if no connection became free in time */
    @Override
    public Connection getConnection() throws SQLException {
        if (unreachable.get()) {
            throw new SQLTransientConnectionException("The database is gone.", "08001");
        }
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException late) {
            // It names a cause only if no connection could be made; a pool whose connections are all in use has none.
            if (late.getCause() instanceof SQLException && unreachable.compareAndSet(false, true)) {
                Thread.ofVirtual().name("database-look").start(this::awaitRecovery);
            }
            throw late;
        }
    }

    private void awaitRecovery() {
        while (!isClosed() && !isBack()) {
            LockSupport.parkNanos(PROBE_INTERVAL.toNanos());
        }
        unreachable.set(false);
    }

    private boolean isBack() {
        try (Connection any = super.getConnection()) {
            return any.isValid(1);
        } catch (SQLException stillGone) {
            return false;
        }
    }
}
