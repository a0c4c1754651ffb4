package network.fanz.platform.events;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import network.fanz.common.RedactedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that repeats one step. After a failure it waits before the next step; each further failure doubles the wait. */
final class BackoffLoop {
    /** Returns how long to rest before the next step, unless woken. */
    @FunctionalInterface
    interface LoopTask {
        Duration once() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(BackoffLoop.class);
    private static final Duration BACKOFF_MIN = Duration.ofMillis(100);

    private final String name;
    private final LoopTask task;
    private final Duration pauseMax;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean running = true;
    private volatile int failures;

    BackoffLoop(String name, Duration pauseMax, LoopTask loopTask) {
        this.name = name;
        this.task = loopTask;
        this.pauseMax = pauseMax;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** Begins no further step, and does not disturb the running step. */
    void stop() {
        running = false;
        ended.countDown();
        wake();
    }

    /** @return whether the last step has ended */
    boolean awaitEnd(Duration patience) {
        try {
            return !thread.isAlive() || thread.join(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    /** How many steps in a row have failed. */
    int consecutiveFailures() {
        return failures;
    }

    private void run() {
        while (running && !Thread.currentThread().isInterrupted()) {
            runAndRest();
        }
    }

    private void runAndRest() {
        try {
            Duration rest = task.once();
            failures = 0;
            rest(rest);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Throwable failed) {
            backOffAfter(failed);
        }
    }

    private void rest(Duration time) throws InterruptedException {
        if (!time.isZero() && running && woken.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            woken.drainPermits();
        }
    }

    /** A wake-up does not shorten this pause, only the end does. */
    private void backOffAfter(Throwable failed) {
        Duration pause = nextBackoff();
        if (running) {
            LOG.warn("{} failed and goes on in {} ms: {}", name, pause.toMillis(), RedactedFailure.describe(failed));
        }
        try {
            ended.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration nextBackoff() {
        int doubled = Math.min(failures, 10);
        failures = doubled + 1;
        Duration pause = BACKOFF_MIN.multipliedBy(1L << doubled);
        return pause.compareTo(pauseMax) > 0 ? pauseMax : pause;
    }
}
