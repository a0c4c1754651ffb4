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

/**
 * Takes from an account's limits if {@link RequestLimitFilter} did not know yet whose request it was. It stands behind the security chain,
 * which knows.
 */
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
        RequestClass requestClass = classifier.classify(request);
        if (requestClass != RequestClass.EXEMPT && requestClass != RequestClass.WEBHOOK) {
            count(requestClass, request, response);
        }
        chain.doFilter(request, response);
    }

    private void count(RequestClass requestClass, HttpServletRequest request, HttpServletResponse response) {
        String credentials = CallerAccountCache.credentials(request);
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return;
        }
        request.setAttribute(RequestLimitFilter.ACCOUNT_CONFIRMED, true);
        String account = principal.getName();
        callers.remember(credentials, account);
        if (!account.equals(request.getAttribute(RequestLimitFilter.COUNTED_ACCOUNT))) {
            take(requestClass, account, response);
        }
    }

    private void take(RequestClass requestClass, String account, HttpServletResponse response) {
        try {
            RateLimitHeaders.writeAndRefuse(response, limiter.take(limits.forAccount(requestClass, account), ""));
        } catch (LimitStoreDown down) {
            requestClass.requireCounted();
        }
    }
}
