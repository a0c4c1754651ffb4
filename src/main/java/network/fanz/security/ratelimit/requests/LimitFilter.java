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
import network.fanz.security.ratelimit.counting.Limiter;
import network.fanz.security.ratelimit.counting.StoreDown;
import network.fanz.security.ratelimit.counting.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes all limits of a request in one round trip, before sessions are looked up and passwords hashed. Signing in and paying are
 * refused to blocked addresses, and to all when nobody can count; reading goes on uncounted.
 */
final class LimitFilter extends OncePerRequestFilter {
    /** The account whose limit has been taken from already. */
    static final String CHARGED = LimitFilter.class.getName() + ".charged";
    /** Set once the session has shown that the account was right. */
    static final String CONFIRMED = LimitFilter.class.getName() + ".confirmed";

    private final Limiter limiter;
    private final RequestLimits limits;
    private final Routes routes;
    private final KnownCallers callers;
    private final Clock clock;

    LimitFilter(Limiter limiter, LimitSettings settings, KnownCallers callers, Clock clock) {
        this.limiter = limiter;
        this.limits = new RequestLimits(settings);
        this.routes = new Routes(settings);
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Route route = routes.of(request);
        if (route == Route.EXEMPT) {
            chain.doFilter(request, response);
            return;
        }
        String credentials = KnownCallers.credentials(request);
        String account = callers.accountOf(credentials);
        count(route, (Origin) request.getAttribute(Origin.class.getName()), account, response);
        goOn(request, response, chain, credentials, account);
    }

    private void goOn(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            @Nullable String credentials,
            @Nullable String account)
            throws ServletException, IOException {
        if (account == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(CHARGED, account);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.getAttribute(CONFIRMED) == null) {
                // The session has ended: nobody takes from that account's limit with it again.
                callers.forget(credentials);
            }
        }
    }

    private void count(Route route, Origin origin, @Nullable String account, HttpServletResponse response) {
        try {
            Taken taken = limiter.take(limits.of(route, origin, account), origin.addressHash());
            Instant now = clock.instant();
            if (route.refusedToBlocked()
                    && taken.blockedUntil() != null
                    && taken.blockedUntil().isAfter(now)) {
                throw new AddressRefused(now, taken.blockedUntil());
            }
            LimitFields.writeAndRefuse(response, taken);
        } catch (StoreDown down) {
            route.refuseUncounted();
        }
    }
}
