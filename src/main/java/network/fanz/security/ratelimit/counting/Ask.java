package network.fanz.security.ratelimit.counting;

import java.util.Comparator;
import java.util.UUID;
import network.fanz.common.Ids;

/**
 * One taken from a limit for a key.
 *
 * @param last whether this row is shared by everybody, so that it is locked last and for the shortest time
 */
public record Ask(String limit, Rate rate, UUID key, boolean last) {
    /** One order for all nodes: two requests that lock the same rows then never wait for each other in a circle. */
    static final Comparator<Ask> LOCK_ORDER = Comparator.comparing(Ask::last).thenComparing(Ask::key);

    public static Ask of(String limit, Rate rate, String key) {
        return new Ask(limit, rate, Ids.derived("ratelimit." + limit, key), false);
    }

    public static Ask ofAll(String limit, Rate rate) {
        return new Ask(limit, rate, Ids.derived("ratelimit." + limit, "all"), true);
    }
}
