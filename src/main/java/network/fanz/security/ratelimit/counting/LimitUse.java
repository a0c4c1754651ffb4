package network.fanz.security.ratelimit.counting;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.Ids;
import network.fanz.security.ratelimit.Limit;

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
}
