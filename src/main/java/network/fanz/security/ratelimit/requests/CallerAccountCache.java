package network.fanz.security.ratelimit.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import network.fanz.common.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a minute to which account a set of credentials belongs. So the address's and the account's limits of the next request are
 * taken in one round trip, before its session is looked up. Without it every request of a signed-in person needs one more round trip.
 * Measured on two cores, that costs 0.3 ms of 1.3 ms until the answer, and 0.2 ms of the 1.5 ms of processor time, database included,
 * that a request which only reads takes: more than a tenth.
 *
 * <p>It grants nothing: it only says which account's limits to take from. Every request whose session is looked up corrects it.
 */
final class CallerAccountCache {
    private static final int CALLERS_MAX = 20_000;
    private static final long KEPT_NANOS = 60_000_000_000L;

    private final LongSupplier ticker;
    private final Map<String, CachedAccount> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CachedAccount> eldest) {
            return size() > CALLERS_MAX;
        }
    };

    CallerAccountCache(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** A hash of the request's cookies and token; null if it has neither. */
    static @Nullable String credentials(HttpServletRequest request) {
        String cookie = request.getHeader("Cookie");
        String token = request.getHeader("Authorization");
        if (cookie == null && token == null) {
            return null;
        }
        String both = Objects.requireNonNullElse(token, "") + "\n" + Objects.requireNonNullElse(cookie, "");
        return HexFormat.of().formatHex(Sha256.of(both.getBytes(StandardCharsets.UTF_8)));
    }

    synchronized @Nullable String accountOf(@Nullable String credentials) {
        CachedAccount cachedAccount = credentials == null ? null : callers.get(credentials);
        return cachedAccount != null && ticker.getAsLong() - cachedAccount.since < KEPT_NANOS
                ? cachedAccount.account
                : null;
    }

    synchronized void remember(@Nullable String credentials, String account) {
        if (credentials != null) {
            callers.put(credentials, new CachedAccount(account, ticker.getAsLong()));
        }
    }

    synchronized void forget(@Nullable String credentials) {
        if (credentials != null) {
            callers.remove(credentials);
        }
    }

    private record CachedAccount(String account, long since) {}
}
