package network.fanz.security.ratelimit.counting;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.Ids;
import network.fanz.security.ratelimit.Limit;
import network.fanz.security.ratelimit.LimitDecision;

/**
 * One taken from a limit for a key.
 *
 * @param key of the row that counts
 */
public record LimitUse(Limit limit, Rate rate, UUID key) {
    /**
     * All nodes lock rows in this order, so two requests never wait for each other in a circle. Rows that everybody shares come last
     * and stay locked for the shortest time.
     */
    static final Comparator<LimitUse> LOCK_ORDER =
            Comparator.comparing((LimitUse use) -> use.limit.isShared()).thenComparing(LimitUse::key);

    /** @param key whose count it is, such as an account's id */
    public static LimitUse of(Limit limit, Rate rate, String key) {
        return new LimitUse(limit, rate, Ids.derived("ratelimit." + limit.publicName(), key));
    }

    /** The use of a limit of wider networks, the narrowest first. Each next one may do twice as much as the one before. */
    public static List<LimitUse> ofNetworks(Limit limit, Rate rate, List<String> networks) {
        return IntStream.range(0, networks.size())
                .mapToObj(place -> of(limit, rate.times(2 << place), networks.get(place)))
                .toList();
    }

    /** The use of a limit that everybody shares. */
    public static LimitUse ofShared(Limit limit, Rate rate) {
        return of(limit, rate, "all");
    }

    /**
     * What the limit answers.
     *
     * @param aheadNanos how far ahead of now the key's moment lies: with this request where it is allowed, and as far as it would lie where
     *     it is refused
     */
    LimitDecision decision(long aheadNanos, boolean allowed) {
        Gcra gcra = rate.gcra();
        long reset = allowed ? aheadNanos : aheadNanos - gcra.toleranceNanos();
        return new LimitDecision(
                allowed,
                limit,
                rate.quota(),
                rate.window(),
                allowed ? gcra.remaining(aheadNanos) : 0,
                Duration.ofNanos(reset));
    }
}
