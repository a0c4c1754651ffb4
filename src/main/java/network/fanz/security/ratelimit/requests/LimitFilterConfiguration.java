package network.fanz.security.ratelimit.requests;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import network.fanz.common.Steady;
import network.fanz.security.ratelimit.LimitSettings;
import network.fanz.security.ratelimit.SessionAccounts;
import network.fanz.security.ratelimit.counting.Limiter;
import network.fanz.security.ratelimit.origin.KnownPlaces;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts one filter between the origin's filter and the security chain, and the account's filter right behind the security chain. */
@Configuration(proxyBeanMethods = false)
class LimitFilterConfiguration {
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 100;
    /** The security chain stands at -100. */
    private static final int BEHIND_SECURITY = -90;

    @Bean
    CallerAccountCache callerAccountCache() {
        return new CallerAccountCache(System::nanoTime);
    }

    /** Where there are requests, there are sessions; a program without a web server has neither. */
    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<RequestLimitFilter> limitFilter(
            Limiter limiter,
            LimitSettings settings,
            KnownPlaces places,
            CallerAccountCache callers,
            SessionAccounts sessions,
            @Steady Clock clock) {
        RequestAdmission admission = new RequestAdmission(new RequestLimits(settings), limiter::take, places::isKnown);
        return at(
                BEFORE_SECURITY,
                new RequestLimitFilter(admission, new RequestClassifier(settings), callers, sessions, clock));
    }

    @Bean
    FilterRegistrationBean<UserLimitFilter> userLimitFilter(
            Limiter limiter, LimitSettings settings, CallerAccountCache callers) {
        return at(BEHIND_SECURITY, new UserLimitFilter(limiter, settings, callers));
    }

    private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }
}
