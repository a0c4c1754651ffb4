package network.fanz.security.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import network.fanz.security.identity.access.SignInRedirects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * What is said to somebody whom the provider does not know. People come to one address only, and are led to the sign-in; to programs it is
 * said as RFC 6749, section 5.2, and RFC 6750, section 3.1, have it, and leaves no session.
 */
final class ProviderRefusals implements AuthenticationEntryPoint {
    private static final String FOR_PEOPLE = "/oauth2/authorize";
    private static final String FOR_TOKENS = "/userinfo";
    /** Whoever is signed in and no staff is told so: no step of a sign-in would let them in. */
    private static final String FOR_GUESTS = "/staff-only";

    private final SignInRedirects redirects;

    ProviderRefusals(SignInRedirects redirects) {
        this.redirects = redirects;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        String path = request.getServletPath();
        if (path.equals(FOR_PEOPLE) && OpenIdConfiguration.isGuestAtDashboard(request)) {
            response.sendRedirect(FOR_GUESTS);
        } else if (path.equals(FOR_PEOPLE)) {
            redirects.redirect(request, response);
        } else if (path.equals(FOR_TOKENS)) {
            // Without any token there is no error code.
            boolean none = request.getHeader(HttpHeaders.AUTHORIZATION) == null;
            refuse(
                    response,
                    none ? "Bearer" : "Bearer error=\"invalid_token\"",
                    "invalid_token",
                    "Show an access token that is good.");
        } else {
            refuse(response, "Basic realm=\"fanz\"", "invalid_client", "Show who the client is.");
        }
    }

    private static void refuse(HttpServletResponse response, String scheme, String error, String words)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, words));
    }
}
