package network.fanz.security.ratelimit.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.counting.Limiter;
import network.fanz.security.ratelimit.counting.StoreDown;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind the security chain: takes an account's limits where {@link LimitFilter} did not yet know whose request it was. */
final class UserLimitFilter extends OncePerRequestFilter {
    private final Limiter limiter;
    private final RequestLimits limits;
    private final Routes routes;
    private final KnownCallers callers;

    UserLimitFilter(Limiter limiter, LimitSettings settings, KnownCallers callers) {
        this.limiter = limiter;
        this.limits = new RequestLimits(settings);
        this.routes = new Routes(settings);
        this.callers = callers;
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
            LimitFields.writeAndRefuse(response, limiter.take(limits.ofAccount(route, account), ""));
        } catch (StoreDown down) {
            route.refuseUncounted();
        }
    }
}
