package network.fanz.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import network.fanz.common.Brand;
import network.fanz.web.brand.BrandSite;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie for all places that says that this browser is signed in on one of them, and not who: the others then offer to go on instead of to
 * sign in. It proves nothing and opens nothing; where it is out of date the way leads to the sign-in.
 */
final class SignedInHint {
    private static final String COOKIE = "fanz_signed_in";
    private static final String YES = "1";

    private SignedInHint() {}

    static boolean in(HttpServletRequest request) {
        return WebUtils.getCookie(request, COOKIE) != null;
    }

    /** Keeps the cookie as things are: there for who is signed in, gone once they sign out or the sign-in place does not know them. */
    static void keep(HttpServletRequest request, HttpServletResponse response, BrandSite site, boolean signedIn) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean leaving = request.getRequestURI().endsWith("/sign-out")
                && request.getMethod().equals("POST");
        if (leaving || (reads && !signedIn && site.brand() == Brand.AUTH)) {
            if (in(request)) {
                send(request, response, site.cookieDomain(), true);
            }
        } else if (reads && signedIn && !in(request)) {
            send(request, response, site.cookieDomain(), false);
        }
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, @Nullable String domain, boolean ends) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, ends ? "" : YES)
                        .domain(domain)
                        .path("/")
                        .maxAge(ends ? 0 : -1)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }
}
