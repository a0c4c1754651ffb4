package network.fanz.security.ratelimit.counting;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import network.fanz.testing.TestDatabase;

/** The real limits on the real database, whose time a test sets. */
public final class SimulatedLimits implements AutoCloseable {
    private final HikariDataSource pool = new HikariDataSource();
    private final LimitStore store;
    private long nanos = 1_000_000_000_000_000L;

    public SimulatedLimits() {
        pool.setDataSource(TestDatabase.fresh().asProgram());
        pool.setMaximumPoolSize(1);
        store = new LimitStore(pool);
    }

    public void forward(long byNanos) {
        nanos += byNanos;
    }

    public LimitResult take(List<LimitUse> uses, String addressHash) {
        return store.take(uses, addressHash, nanos);
    }

    @Override
    public void close() {
        pool.close();
    }
}
