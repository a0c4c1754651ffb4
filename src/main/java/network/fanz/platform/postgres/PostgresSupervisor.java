package network.fanz.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import network.fanz.common.RedactedFailure;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the program's own PostgreSQL: one that has ended, for whatever cause, is started again until it runs. It must end before
 * the server is stopped on purpose.
 */
public final class PostgresSupervisor implements PartReporter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSupervisor.class);
    private static final String PART = "Database server";
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);
    private static final Duration BACKOFF_MAX = Duration.ofSeconds(30);
    /** A start may take this long; see {@link EmbeddedPostgres}. */
    private static final Duration STOP_MAX = Duration.ofSeconds(100);

    private final EmbeddedPostgres server;
    private final HikariDataSource pool;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile int restarts;
    private volatile int failures;
    private volatile boolean down;

    PostgresSupervisor(EmbeddedPostgres server, HikariDataSource pool) {
        this.server = server;
        this.pool = pool;
        this.thread =
                Thread.ofPlatform().name("postgres-supervisor").daemon(true).start(this::watch);
    }

    @Override
    public List<PartReport> reports() {
        return List.of(
                down
                        ? PartReport.alarm(
                                PART,
                                restarting(failures),
                                Sentence.of(
                                        "Look whether the data folder's disk is full, then at the end of postgres.log in the data folder."))
                        : PartReport.works(PART, running(restarts)));
    }

    private static Sentence running(int restarts) {
        return Sentence.of(
                restarts == 0
                        ? "PostgreSQL runs."
                        : "PostgreSQL runs. It had to be started again, {0} in all; its log says why.",
                restarts);
    }

    private static Sentence restarting(int failures) {
        return Sentence.of(
                failures == 0
                        ? "PostgreSQL has ended and is being started again. Until it runs, nobody can sign in or pay."
                        : failures == 1
                                ? "PostgreSQL has ended and is being started again. It has not come up in {0} try. Until it runs, nobody can sign in or pay."
                                : "PostgreSQL has ended and is being started again. It has not come up in {0} tries. Until it runs, nobody can sign in or pay.",
                failures);
    }

    private void watch() {
        try {
            Duration rest;
            do {
                rest = lookOrBackOff();
            } while (!closed.await(rest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration lookOrBackOff() {
        try {
            return look();
        } catch (Throwable failed) {
            failures++;
            Duration rest = backoff();
            LOG.error(
                    "ALARM: PostgreSQL does not start; the next try comes in {} s. The end of its log, {}, says: {} ({})",
                    rest.toSeconds(),
                    server.log().path(),
                    server.log().lastReason(),
                    RedactedFailure.describe(failed));
            return rest;
        }
    }

    private Duration look() {
        if (server.isRunning()) {
            if (down) {
                hasComeBack();
            }
            server.boundLog();
            return LOOK_INTERVAL;
        }
        if (!down) {
            down = true;
            LOG.error("ALARM: PostgreSQL has ended; it is started again");
        }
        server.startAgain();
        hasComeBack();
        return LOOK_INTERVAL;
    }

    /** The pool's connections died with the server, also those that nobody has tried since. */
    private void hasComeBack() {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null) {
            connections.softEvictConnections();
        }
        restarts++;
        failures = 0;
        down = false;
        LOG.warn("PostgreSQL runs again");
    }

    private Duration backoff() {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 5));
        return pause.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : pause;
    }

    /** Lets a start that is under way end, so that the server is stopped whole. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(STOP_MAX)) {
                LOG.warn("A start of PostgreSQL is still under way");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
