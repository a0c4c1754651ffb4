package network.fanz.security.ratelimit.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.counting.LimitStoreDown;
import network.fanz.security.ratelimit.counting.Limiter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind the security chain: takes an account's limits where {@link RequestLimitFilter} did not yet know whose request it was. */
final class UserLimitFilter extends OncePerRequestFilter {
    private final Limiter limiter;
    private final RequestLimits limits;
    private final RequestClassifier classifier;
    private final CallerAccountCache callers;

    UserLimitFilter(Limiter limiter, LimitSettings settings, CallerAccountCache callers) {
        this.limiter = limiter;
        this.limits = new RequestLimits(settings);
        this.classifier = new RequestClassifier(settings);
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal principal = request.getUserPrincipal();
        RequestClass requestClass = classifier.classify(request);
        if (principal == null || requestClass == RequestClass.EXEMPT || requestClass == RequestClass.WEBHOOK) {
            chain.doFilter(request, response);
            return;
        }
        String account = principal.getName();
        callers.remember(CallerAccountCache.credentials(request), account);
        request.setAttribute(RequestLimitFilter.ACCOUNT_CONFIRMED, true);
        if (!account.equals(request.getAttribute(RequestLimitFilter.COUNTED_ACCOUNT))) {
            count(requestClass, account, response);
        }
        chain.doFilter(request, response);
    }

    private void count(RequestClass requestClass, String account, HttpServletResponse response) {
        try {
            RateLimitHeaders.writeAndRefuse(response, limiter.take(limits.forAccount(requestClass, account), ""));
        } catch (LimitStoreDown down) {
            requestClass.requireCounted();
        }
    }
}
