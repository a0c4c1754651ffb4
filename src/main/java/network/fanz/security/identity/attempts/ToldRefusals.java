package network.fanz.security.identity.attempts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Which refusals are told: the first of each key in a minute, and so many a minute of all together. */
final class ToldRefusals {
    static final int TOLD_MAX = 60;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final LongSupplier ticker;
    /** In the order of their times, and none is older than the window. */
    private final Map<String, Long> told = new LinkedHashMap<>();

    /** @param ticker nanoseconds that never run backwards */
    ToldRefusals(LongSupplier ticker) {
        this.ticker = ticker;
    }

    synchronized boolean isNews(String key) {
        long now = ticker.getAsLong();
        told.values().removeIf(at -> now - at >= WINDOW.toNanos());
        return told.size() < TOLD_MAX && told.putIfAbsent(key, now) == null;
    }
}
