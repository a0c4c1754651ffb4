package network.fanz.security.ratelimit.counting;

import java.util.Comparator;
import java.util.UUID;
import network.fanz.common.Ids;

/**
 * One taken from a limit for a key.
 *
 * @param shared whether this row is shared by everybody, so that it is locked last and for the shortest time
 */
public record LimitUse(String limit, Rate rate, UUID key, boolean shared) {
    /** One order for all nodes: two requests that lock the same rows then never wait for each other in a circle. */
    static final Comparator<LimitUse> LOCK_ORDER =
            Comparator.comparing(LimitUse::shared).thenComparing(LimitUse::key);

    public static LimitUse of(String limit, Rate rate, String key) {
        return new LimitUse(limit, rate, Ids.derived("ratelimit." + limit, key), false);
    }

    public static LimitUse ofShared(String limit, Rate rate) {
        return new LimitUse(limit, rate, Ids.derived("ratelimit." + limit, "all"), true);
    }
}
