package network.fanz.platform.objects;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What looked superfluous, and for how long: what is being made looks so too for a moment. Time is told by a counter that follows no clock,
 * so a jump deletes nothing; another node, or a new start, looks for a whole hour again.
 */
final class Suspects {
    private static final long HOLD_NANOS = Duration.ofHours(1).toNanos();
    /** More wait for the next round. */
    private static final int HELD_MAX = 200_000;

    private final LongSupplier nanos;
    private Map<String, Long> before = new HashMap<>();
    private Map<String, Long> now = new HashMap<>();

    Suspects(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whoever is not named between two calls is no suspect any more. */
    void beginRound() {
        before = now;
        now = new HashMap<>();
    }

    /** Whether it has been suspect for an hour, in each round of it. */
    boolean isStale(String what) {
        long since = before.getOrDefault(what, nanos.getAsLong());
        if (now.size() < HELD_MAX) {
            now.put(what, since);
        }
        return nanos.getAsLong() - since >= HOLD_NANOS;
    }
}
