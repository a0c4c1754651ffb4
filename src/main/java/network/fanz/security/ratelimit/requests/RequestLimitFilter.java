package network.fanz.security.ratelimit.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.blocks.AddressRefused;
import network.fanz.security.ratelimit.counting.LimitResult;
import network.fanz.security.ratelimit.counting.LimitStoreDown;
import network.fanz.security.ratelimit.counting.Limiter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes from all limits of a request in one round trip, before sessions are looked up and passwords hashed. Signing in and paying are
 * refused to blocked addresses, and to all addresses while the store is down. Reading goes on uncounted.
 */
final class RequestLimitFilter extends OncePerRequestFilter {
    /** The account whose limits this request has taken from already. */
    static final String COUNTED_ACCOUNT = RequestLimitFilter.class.getName() + ".account";
    /** Set when the session has shown that the account is right. */
    static final String ACCOUNT_CONFIRMED = RequestLimitFilter.class.getName() + ".confirmed";

    private final Limiter limiter;
    private final RequestLimits limits;
    private final RequestClassifier classifier;
    private final CallerAccountCache callers;
    private final Clock clock;

    RequestLimitFilter(Limiter limiter, LimitSettings settings, CallerAccountCache callers, Clock clock) {
        this.limiter = limiter;
        this.limits = new RequestLimits(settings);
        this.classifier = new RequestClassifier(settings);
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestClass requestClass = classifier.classify(request);
        if (requestClass == RequestClass.EXEMPT) {
            chain.doFilter(request, response);
            return;
        }
        String credentials = CallerAccountCache.credentials(request);
        String account = callers.accountOf(credentials);
        count(requestClass, (Origin) request.getAttribute(Origin.class.getName()), account, response);
        request.setAttribute(COUNTED_ACCOUNT, account);
        try {
            chain.doFilter(request, response);
        } finally {
            // Also where the security chain refused: a session that has ended must not take from the account's limits
            // again.
            if (account != null && request.getAttribute(ACCOUNT_CONFIRMED) == null) {
                callers.forget(credentials);
            }
        }
    }

    private void count(
            RequestClass requestClass, Origin origin, @Nullable String account, HttpServletResponse response) {
        try {
            LimitResult result = limiter.take(limits.forRequest(requestClass, origin, account), origin.addressHash());
            Instant now = clock.instant();
            if (requestClass.isRefusedToBlocked()
                    && result.blockedUntil() != null
                    && result.blockedUntil().isAfter(now)) {
                throw new AddressRefused(now, result.blockedUntil());
            }
            RateLimitHeaders.writeAndRefuse(response, result);
        } catch (LimitStoreDown down) {
            requestClass.requireCounted();
        }
    }
}
