package network.fanz.security.ratelimit.counting;

import java.time.Duration;

/**
 * The two figures of the generic cell rate algorithm (ITU-T I.371), in whole nanoseconds. The algorithm keeps one number a key: the
 * moment at which the key will have used up nothing. Each request moves that moment on by the interval, and may move it at most
 * {@code burst} intervals ahead of now. So in any time t no more than burst + t / interval requests pass. The database does this
 * arithmetic, in the function {@code ratelimit.take}.
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

    /** The interval is rounded up, so a window never lets more through than the quota. */
    static Gcra of(int quota, Duration window, int burst) {
        return new Gcra(Math.ceilDiv(window.toNanos(), quota), burst);
    }

    /** How far ahead of now the moment may lie. */
    long toleranceNanos() {
        return Math.multiplyExact(intervalNanos, burst);
    }

    /** How many more requests would pass right now if the moment lies this far ahead. */
    int remaining(long aheadNanos) {
        return (int) Math.max(0, (toleranceNanos() - aheadNanos) / intervalNanos);
    }
}
