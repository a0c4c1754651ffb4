package network.fanz.platform.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.fanz.common.Causes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A part without which the program is not ready. Anybody may ask for its health, so all who ask within a moment share one check; and a
 * load balancer waits for nobody, so a check that takes too long counts as failed, and is asked again later.
 */
public final class Vital implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Vital.class);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(2);
    private static final Duration GOOD_FOR = Duration.ofMillis(500);
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);

    private final String name;
    private final Runnable check;
    private @Nullable Asked last;
    private volatile boolean works = true;

    /**
     * @param name what the logs call it
     * @param check uses the part, and throws when it does not work
     */
    public Vital(String name, Runnable check) {
        this.name = name;
        this.check = check;
    }

    @Override
    public Health health() {
        try {
            return current().get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return down("no answer within " + ANSWER_MAX.toSeconds() + " s");
        } catch (ExecutionException broken) {
            return down(Causes.describe(broken));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return down("interrupted");
        }
    }

    private synchronized CompletableFuture<Health> current() {
        if (last == null || last.isOld()) {
            CompletableFuture<Health> answer = new CompletableFuture<>();
            Thread.ofVirtual().name("health-" + name).start(() -> answer.complete(checked()));
            last = new Asked(answer, System.nanoTime());
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
            return down(Causes.describe(failed));
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

    private record Asked(CompletableFuture<Health> answer, long since) {
        boolean isOld() {
            Duration age = Duration.ofNanos(System.nanoTime() - since);
            return age.compareTo(answer.isDone() ? GOOD_FOR : GIVEN_UP_AFTER) > 0;
        }
    }
}
