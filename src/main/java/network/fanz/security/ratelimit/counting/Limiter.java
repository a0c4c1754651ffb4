package network.fanz.security.ratelimit.counting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import network.fanz.common.RedactedFailure;
import network.fanz.security.ratelimit.LimitDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests. After a failure it asks the store again at most once a second, so requests do not queue up behind a dead database.
 * The caller decides what an uncounted request may do.
 */
public class Limiter {
    private static final Logger LOG = LoggerFactory.getLogger(Limiter.class);
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final LimitStore store;
    private final MeterRegistry metrics;
    private final LongSupplier ticker;
    private final Timer timer;
    private final Counter uncounted;
    private final AtomicLong retryAt;

    /** @param ticker nanoseconds that never run backwards, such as {@code System::nanoTime} */
    Limiter(LimitStore store, MeterRegistry metrics, LongSupplier ticker) {
        this.store = store;
        this.metrics = metrics;
        this.ticker = ticker;
        this.timer = metrics.timer("fanz.limits.take");
        this.uncounted = metrics.counter("fanz.limits.uncounted");
        this.retryAt = new AtomicLong(ticker.getAsLong());
    }

    /** @throws LimitStoreDown if the store does not answer, or did not answer less than a second ago */
    public LimitResult take(List<LimitUse> uses, String addressHash) {
        long now = ticker.getAsLong();
        long silent = retryAt.get();
        if (now - silent < 0) {
            uncounted.increment();
            throw new LimitStoreDown(null);
        }
        try {
            LimitResult result = timer.record(() -> store.take(uses, addressHash, null));
            countRefusal(result);
            return result;
        } catch (LimitStoreDown down) {
            uncounted.increment();
            if (retryAt.compareAndSet(silent, ticker.getAsLong() + RETRY_NANOS)) {
                LOG.error(
                        "ALARM: limits cannot be counted; sign-in and payments are refused, reading is let through: {}",
                        RedactedFailure.describe(down));
            }
            throw down;
        }
    }

    /** Deletes the rows of keys that have used up nothing. */
    public void sweep() {
        store.sweep();
    }

    private void countRefusal(LimitResult result) {
        LimitDecision refused = result.refused();
        if (refused != null) {
            metrics.counter("fanz.limits.refused", "limit", refused.limit().publicName())
                    .increment();
        }
    }
}
