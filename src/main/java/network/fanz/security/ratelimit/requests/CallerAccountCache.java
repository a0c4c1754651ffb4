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
 * Remembers for a minute which account a set of credentials turned out to be, so that all limits of its next request are taken in one
 * round trip, before anybody looks the session up. It grants nothing: it only says whose limit to take from, and is corrected by
 * every request.
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

    /** A hash of what the request shows to prove who it is from; null if it shows nothing. */
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
