package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Where the client's token comes from and goes to. A browser has a cookie, which only this host gets. An API client has
 * {@code Authorization: Bearer} (RFC 6750); if present, only this header counts, and its token never becomes a cookie. An API call without
 * a cookie gets its token in the response body, and no cookie.
 */
public final class SessionTokenResolver implements HttpSessionIdResolver {
    public static final String COOKIE = "fanz_session";

    private static final String SCHEME = "Bearer ";

    private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();

    public SessionTokenResolver() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(COOKIE);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        cookies.setCookieSerializer(cookie);
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        String token = bearer(request);
        return token == null ? cookies.resolveSessionIds(request) : List.of(token);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String token) {
        if (isBrowser(request)) {
            cookies.setSessionId(request, response, token);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        if (isBrowser(request)) {
            cookies.expireSession(request, response);
        }
    }

    /** Whether a cookie may authenticate this request. Such a request must prove that our own page sent it. */
    static boolean isBrowser(HttpServletRequest request) {
        return bearer(request) == null && (hasCookie(request) || !isApi(request));
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private static boolean hasCookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return true;
                }
            }
        }
        return false;
    }

    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        boolean isBearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return isBearer ? header.substring(SCHEME.length()).strip() : null;
    }
}
