package network.fanz.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the parked events of a subscription are tried again: after longer and longer waits, and after a while not by itself any more. */
final class RetrySchedule {
    private static final Duration CLOCKS_DIFFER_MAX = Duration.ofSeconds(5);

    private final EventSettings settings;
    private final Clock clock;
    private volatile @Nullable Instant next;

    RetrySchedule(EventSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param time when the next retry is due, as the table has it; null if none is */
    void observe(@Nullable Instant time) {
        next = time;
    }

    void noLaterThan(@Nullable Instant time) {
        Instant known = next;
        if (time != null && (known == null || time.isBefore(known))) {
            next = time;
        }
    }

    /** What is to be tried later than {@link #waitMax} was put off under a clock that was ahead, and is due. */
    boolean isDue() {
        Instant due = next;
        Instant now = clock.instant();
        return due != null && (!now.isBefore(due) || due.isAfter(now.plus(waitMax())));
    }

    /** @return null once the program has retried as often as it may */
    @Nullable Instant after(Instant now, int attempts) {
        return attempts > settings.retriesMax() ? null : now.plus(wait(attempts));
    }

    /** No wait that is meant is longer, though nodes' clocks differ a little. */
    Duration waitMax() {
        return wait(Math.max(1, settings.retriesMax())).plus(CLOCKS_DIFFER_MAX);
    }

    /** How long to rest when there is nothing to do. */
    Duration idleTime(Duration restMax) {
        Instant due = next;
        if (due == null) {
            return restMax;
        }
        Duration wait = Duration.between(clock.instant(), due);
        return wait.compareTo(restMax) > 0 ? restMax : wait.isNegative() ? Duration.ZERO : wait;
    }

    private Duration wait(int attempts) {
        return settings.retryDelay().multipliedBy((long) Math.pow(5, attempts - 1.0));
    }
}
