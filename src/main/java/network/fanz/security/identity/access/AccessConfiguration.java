package network.fanz.security.identity.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import network.fanz.security.identity.SignIn;
import network.fanz.security.identity.sessions.IdentitySession;
import network.fanz.security.identity.sessions.IdentitySessionRepository;
import network.fanz.security.identity.sessions.SignInForms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters that every request passes before its handler. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    /** Inside the filters that set a request's origin and answer problems; outside Spring Security. */
    /** Limits begin a hundred behind the first filter, Spring Security a hundred before the last. */
    private static final int BEHIND_LIMITS = -200;

    private static final int SESSIONS = SessionRepositoryFilter.DEFAULT_ORDER;

    @Bean
    FilterRegistrationBean<SessionCacheFilter> sessionCacheFilter(IdentitySessionRepository sessions) {
        return ordered(new FilterRegistrationBean<>(new SessionCacheFilter(sessions)), SESSIONS - 1);
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<IdentitySession>> sessionFilter(IdentitySessionRepository sessions) {
        SessionRepositoryFilter<IdentitySession> filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(new SessionTokenResolver());
        return ordered(new FilterRegistrationBean<>(filter), SESSIONS);
    }

    /** Behind the limits, for it reads the form, and before what would refuse the second sending. */
    @Bean
    FilterRegistrationBean<RepeatedSignInFilter> repeatedSignInFilter(SignInForms signInForms) {
        FilterRegistrationBean<RepeatedSignInFilter> registration =
                new FilterRegistrationBean<>(new RepeatedSignInFilter(signInForms));
        registration.setOrder(BEHIND_LIMITS);
        registration.addUrlPatterns("/*");
        return registration;
    }

    /** Requests are measured as a whole. A timer around each filter of the chain would cost more than most of the filters. */
    @Bean
    SecurityObservationSettings unmeasuredFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The chain of all endpoints except the OpenID provider's own. Each handler's {@code @Access} says what its caller needs, and a handler
     * without it is refused. The operators' endpoints are no handlers of ours; they have their own chain before this one.
     */
    @Bean
    @Order(100)
    SecurityFilterChain defaultFilterChain(HttpSecurity http) throws Exception {
        FilterChainDefaults.apply(http);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    WebMvcConfigurer accessBeforeEveryHandler(SignInRedirects redirects, ObjectProvider<SignIn> signIn) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor(
                                redirects, request -> signIn.getObject().requireFresh(request)))
                        .order(Integer.MIN_VALUE);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }
        };
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> ordered(
            FilterRegistrationBean<F> registration, int order) {
        registration.setOrder(order);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        registration.addUrlPatterns("/*");
        return registration;
    }

    /** Lets the servlet layer ask for the session several times: it is read once for each request. */
    private static final class SessionCacheFilter extends OncePerRequestFilter {
        private final IdentitySessionRepository sessions;

        SessionCacheFilter(IdentitySessionRepository sessions) {
            this.sessions = sessions;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            sessions.beginRequest();
            try {
                chain.doFilter(request, response);
            } finally {
                sessions.endRequest();
            }
        }
    }
}
