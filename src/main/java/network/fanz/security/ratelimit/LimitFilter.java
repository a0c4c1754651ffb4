package network.fanz.security.ratelimit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.fanz.common.Origin;
import network.fanz.security.ratelimit.LimitStore.Taken;
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
    private final LimitSettings settings;
    private final Routes routes;
    private final KnownCallers callers;
    private final Clock clock;

    LimitFilter(Limiter limiter, LimitSettings settings, KnownCallers callers, Clock clock) {
        this.limiter = limiter;
        this.settings = settings;
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
        count(route, (Origin) request.getAttribute(OriginFilter.ATTRIBUTE), account, response);
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
            Taken taken = limiter.take(asks(route, origin, account), origin.addressHash());
            Instant now = clock.instant();
            if (route.refusedToBlocked()
                    && taken.blockedUntil() != null
                    && taken.blockedUntil().isAfter(now)) {
                throw new AddressRefused(now, taken.blockedUntil());
            }
            LimitFields.writeAndRefuse(response, taken);
        } catch (LimitStore.StoreDown down) {
            route.refuseUncounted();
        }
    }

    private List<Ask> asks(Route route, Origin origin, @Nullable String account) {
        List<Ask> asks = new ArrayList<>();
        if (route == Route.WEBHOOK) {
            asks.add(Ask.ofAll("webhook", settings.webhook()));
            return asks;
        }
        asks.add(Ask.of("address", settings.address(), origin.addressHash()));
        if (account != null) {
            asks.addAll(UserLimitFilter.asks(settings, route, account));
        }
        if (route == Route.SIGN_IN) {
            asks.add(Ask.of("sign-in-address", settings.signInAddress(), origin.addressHash()));
            asks.add(Ask.ofAll("sign-in", settings.signIn()));
        }
        asks.add(Ask.ofAll("global", settings.global()));
        return asks;
    }
}
