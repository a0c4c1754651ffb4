package network.fanz.web.brand;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers what a page may do: nothing inline, nothing from elsewhere, in no frame and in no cache (Content Security Policy
 * 3). Forms may end on any of our own hosts, and where {@link FormActionOrigins} says.
 */
final class SecurityHeadersFilter extends OncePerRequestFilter {
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " media-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none';"
                    + " frame-ancestors 'none'; form-action 'self'";
    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), midi=(), display-capture=()";

    private final String elsewhere;

    SecurityHeadersFilter(FormActionOrigins origins) {
        this.elsewhere = String.join(
                "", origins.origins().stream().map(origin -> " " + origin).toList());
    }

    /** What the server itself refuses comes by here only on its way to the page that says so. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith("/assets/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        BrandSite site = BrandSite.of(request);
        String own = site == null ? "" : " " + site.everyOwnHost();
        response.setHeader("Content-Security-Policy", POLICY + own + elsewhere);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        chain.doFilter(request, response);
    }
}
