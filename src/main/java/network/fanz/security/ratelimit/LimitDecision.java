package network.fanz.security.ratelimit;

import java.time.Duration;

/**
 * The answer of a limit.
 *
 * @param allowed whether the request may go on
 * @param quota how many a window allows
 * @param window the window's length
 * @param remaining how many more would be let through right now
 * @param resetAfter until the quota is whole again; when refused, until the next is let through
 */
public record LimitDecision(
        boolean allowed, Limit limit, int quota, Duration window, int remaining, Duration resetAfter) {
    /** Rounded up, so that a client who waits this long is let through. */
    public long resetSeconds() {
        return Math.max(allowed ? 0 : 1, Math.ceilDiv(resetAfter.toNanos(), 1_000_000_000L));
    }
}
