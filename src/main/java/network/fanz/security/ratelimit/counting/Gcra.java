package network.fanz.security.ratelimit.counting;

import java.time.Duration;

/**
 * The generic cell rate algorithm (ITU-T I.371) in whole nanoseconds. One number a key is all it keeps: the moment at which the key
 * would have used up nothing. Each request moves that moment on by the interval, and may move it at most {@code burst} intervals ahead
 * of now. So in any stretch of time t no more than burst + t / interval requests pass.
 *
 * @param intervalNanos between two requests at the steady rate
 * @param burst how many may come at once
 */
record Gcra(long intervalNanos, int burst) {
    Gcra {
        if (intervalNanos < 1 || burst < 1) {
            throw new IllegalArgumentException(
                    "A limit lets at least one request through, at a rate below one a nanosecond.");
        }
    }

    /** The interval is rounded up: never more than the quota in a window, if anything a little less. */
    static Gcra of(int quota, Duration window, int burst) {
        return new Gcra(Math.ceilDiv(window.toNanos(), quota), burst);
    }

    /** How far ahead of now the moment may lie. */
    long toleranceNanos() {
        return Math.multiplyExact(intervalNanos, burst);
    }

    /**
     * @param moment what the key kept; anything before now is the same as now
     * @param now nanoseconds of the same clock
     */
    GcraResult take(long moment, long now) {
        long next = Math.max(moment, now) + intervalNanos;
        long ahead = next - now;
        if (ahead > toleranceNanos()) {
            return new GcraResult(false, moment, ahead - toleranceNanos(), 0);
        }
        return new GcraResult(true, next, 0, remaining(ahead));
    }

    /** How many more would pass right now when the moment lies this far ahead. */
    int remaining(long aheadNanos) {
        return (int) Math.max(0, (toleranceNanos() - aheadNanos) / intervalNanos);
    }

    /**
     * What a request met.
     *
     * @param theoreticalArrival what the key keeps from now on
     * @param waitNanos until the next would pass; 0 if this one did
     * @param remaining how many more would pass right now
     */
    record GcraResult(boolean allowed, long theoreticalArrival, long waitNanos, int remaining) {}
}
