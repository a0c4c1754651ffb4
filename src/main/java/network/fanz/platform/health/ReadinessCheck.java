package network.fanz.platform.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.fanz.common.RedactedFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A part without which the program is not ready. Anybody may ask for its health, so all who ask within a moment share one check; and a
 * load balancer does not wait, so a check that takes too long counts as failed, and is asked again later.
 */
public final class ReadinessCheck implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ReadinessCheck.class);
    private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CACHED_FOR = Duration.ofMillis(500);
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    private final String name;
    private final Runnable check;
    private @Nullable CachedHealth last;
    private volatile boolean works = true;

    /**
     * @param name what the logs call it
     * @param check uses the part, and throws when it does not work
     */
    public ReadinessCheck(String name, Runnable check) {
        this.name = name;
        this.check = check;
    }

    @Override
    public Health health() {
        try {
            return cachedOrStarted().get(CHECK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return down("no answer within " + CHECK_TIMEOUT.toSeconds() + " s");
        } catch (ExecutionException broken) {
            return down(RedactedFailure.describe(broken));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return down("interrupted");
        }
    }

    private synchronized CompletableFuture<Health> cachedOrStarted() {
        if (last == null || last.isOld()) {
            CompletableFuture<Health> answer = new CompletableFuture<>();
            Thread.ofVirtual().name("health-" + name).start(() -> answer.complete(checked()));
            last = new CachedHealth(answer, System.nanoTime());
        }
        return last.answer();
    }

    private Health checked() {
        try {
            check.run();
            if (!works) {
                LOG.info("The {} works again", name);
                works = true;
            }
            return Health.up().build();
        } catch (RuntimeException failed) {
            return down(RedactedFailure.describe(failed));
        }
    }

    /** Said once in the log, however often it is asked for. */
    private Health down(String why) {
        if (works) {
            works = false;
            LOG.warn("The {} does not work: {}", name, why);
        }
        return Health.down().withDetail("why", why).build();
    }

    private record CachedHealth(CompletableFuture<Health> answer, long since) {
        boolean isOld() {
            Duration age = Duration.ofNanos(System.nanoTime() - since);
            return age.compareTo(answer.isDone() ? CACHED_FOR : ABANDONED_AFTER) > 0;
        }
    }
}
