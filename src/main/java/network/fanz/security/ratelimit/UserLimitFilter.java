package network.fanz.security.ratelimit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind the security chain: takes an account's limits where {@link LimitFilter} did not yet know whose request it was. */
final class UserLimitFilter extends OncePerRequestFilter {
    private final Limiter limiter;
    private final LimitSettings settings;
    private final Routes routes;
    private final KnownCallers callers;

    UserLimitFilter(Limiter limiter, LimitSettings settings, KnownCallers callers) {
        this.limiter = limiter;
        this.settings = settings;
        this.routes = new Routes(settings);
        this.callers = callers;
    }

    static List<Ask> asks(LimitSettings settings, Route route, String account) {
        List<Ask> asks = new ArrayList<>();
        asks.add(Ask.of("user", settings.user(), account));
        if (route == Route.MONEY) {
            asks.add(Ask.of("payment", settings.payment(), account));
        }
        return asks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal principal = request.getUserPrincipal();
        Route route = routes.of(request);
        if (principal == null || route == Route.EXEMPT || route == Route.WEBHOOK) {
            chain.doFilter(request, response);
            return;
        }
        String account = principal.getName();
        callers.remember(KnownCallers.credentials(request), account);
        request.setAttribute(LimitFilter.CONFIRMED, true);
        if (!account.equals(request.getAttribute(LimitFilter.CHARGED))) {
            count(route, account, response);
        }
        chain.doFilter(request, response);
    }

    private void count(Route route, String account, HttpServletResponse response) {
        try {
            LimitFields.writeAndRefuse(response, limiter.take(asks(settings, route, account), ""));
        } catch (LimitStore.StoreDown down) {
            route.refuseUncounted();
        }
    }
}
