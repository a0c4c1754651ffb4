package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import network.fanz.common.Forbidden;
import network.fanz.common.SignInRequired;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What all filter chains have in common. */
public final class FilterChainDefaults {
    /** The path to which the provider's clients send the browser to sign out. */
    public static final String CLIENT_SIGN_OUT_PATH = "/connect/logout";

    private static final long HSTS_SECONDS = 31_536_000;

    private FilterChainDefaults() {}

    /** The settings of every chain: our sessions, no form or basic sign-in of Spring's own, CSRF tokens, and headers. */
    public static void apply(HttpSecurity http) throws Exception {
        http.securityContext(context ->
                        context.securityContextRepository(new SessionSecurityContextRepository(request -> true)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> {})
                .sessionManagement(sessions -> sessions.disable())
                .csrf(FilterChainDefaults::csrf)
                .headers(FilterChainDefaults::headers)
                .exceptionHandling(problems -> problems.authenticationEntryPoint((request, response, cause) -> {
                            throw new SignInRequired();
                        })
                        .accessDeniedHandler((request, response, cause) -> {
                            throw cause instanceof CsrfException
                                    ? new ForgedRequest()
                                    : new Forbidden("You may not do this.");
                        }));
    }

    /** Whether a client of the provider sends the browser to sign out. */
    public static boolean isClientSignOut(HttpServletRequest request) {
        return request.getServletPath().equals(CLIENT_SIGN_OUT_PATH);
    }

    /**
     * A token of the session, in the header {@code X-CSRF-TOKEN} or the field {@code _csrf}. Providers' messages and calls of the sandbox
     * vendor's API come from no browser: they are signed, or carry the vendor's key. A client that signs its user out shows an identity
     * token instead, or the user is asked.
     */
    private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
        RequestMatcher byBrowser = request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && SessionTokenResolver.isBrowser(request)
                && !isClientSignOut(request)
                && !request.getRequestURI().startsWith("/webhooks/")
                && !request.getRequestURI().startsWith("/sandbox/v1/");
        csrf.requireCsrfProtectionMatcher(byBrowser).csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler());
    }

    /** Pages set the content security policy themselves. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(HSTS_SECONDS))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .frameOptions(frames -> frames.deny())
                .cacheControl(cache -> cache.disable());
    }
}
