package network.fanz.platform.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import network.fanz.common.DrivenClock;
import network.fanz.common.RedactedFailure;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the clocks again and again: a jump is told at once, and followed when it is confirmed. */
final class ClockWatch implements PartReporter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final String PART = "Clock";
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);
    private static final int LOOKS_BETWEEN_WRITES = 12;
    private static final long MINUTES_AN_HOUR = 60;
    private static final long HOURS_SAID_MAX = 48;

    private final @Nullable ClockWitness witness;
    private final Clock machine;
    private final ClockStore store;
    private final Duration trustedAfter;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration fromDatabase = Duration.ZERO;
    private boolean told;
    private int looks;

    ClockWatch(Clock machine, ClockStore store, Duration trustedAfter) {
        this.machine = machine;
        this.store = store;
        this.trustedAfter = trustedAfter;
        this.witness = machine instanceof DrivenClock
                ? null
                : new ClockWitness(
                        machine, System::nanoTime, trustedAfter, store.seen().orElse(null));
        if (witness != null) {
            Thread.ofPlatform().name("clock-watch").daemon(true).start(() -> watch(witness));
        }
    }

    /** The clock that follows no jump before it is confirmed. */
    Clock steady() {
        return witness == null ? machine : witness;
    }

    @Override
    public List<PartReport> reports() {
        Duration jump = witness == null ? Duration.ZERO : witness.jump();
        if (!jump.isZero()) {
            return List.of(PartReport.alarm(
                    PART,
                    Sentence.of(
                            "This machine's clock has jumped by {0}. What ends or is deleted by time goes by the time before the jump.",
                            words(jump)),
                    Sentence.of(
                            "Correct the clock. If the new time is right it is followed after {0}, provided that the database's clock says the same.",
                            words(trustedAfter))));
        }
        if (fromDatabase.abs().compareTo(ClockWitness.JUMP_MIN) > 0) {
            return List.of(PartReport.attention(
                    PART,
                    Sentence.of("The database's clock and this machine's differ by {0}.", words(fromDatabase)),
                    Sentence.of("Correct the one that is wrong.")));
        }
        return List.of(PartReport.works(PART, "It runs evenly."));
    }

    private void watch(ClockWitness watched) {
        try {
            do {
                look(watched);
            } while (!closed.await(LOOK_INTERVAL.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ClockWitness watched) {
        try {
            Instant database = store.databaseTime();
            fromDatabase = Duration.between(machine.instant(), database);
            watched.look(database);
            Duration jump = watched.jump();
            if (!jump.isZero() && !told) {
                LOG.error(
                        "ALARM: the machine's clock has jumped by {}",
                        words(jump).english());
            }
            told = !jump.isZero();
            if (!told && looks++ % LOOKS_BETWEEN_WRITES == 0) {
                store.see(watched.instant());
            }
        } catch (Throwable failed) {
            LOG.debug("The clocks could not be compared: {}", RedactedFailure.describe(failed));
        }
    }

    /** Roughly, for people. */
    private static Sentence words(Duration time) {
        Duration length = time.abs();
        boolean back = time.isNegative();
        if (length.toMinutes() < MINUTES_AN_HOUR) {
            return Sentence.of(back ? "{0} min back" : "{0} min", length.toMinutes());
        }
        return length.toHours() < HOURS_SAID_MAX
                ? Sentence.of(back ? "{0} h back" : "{0} h", length.toHours())
                : Sentence.of(back ? "{0} days back" : "{0} days", length.toDays());
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
