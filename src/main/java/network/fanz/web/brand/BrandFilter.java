package network.fanz.web.brand;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import network.fanz.common.Brand;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides the brand, once, before anything else looks at the request. Where host names do not reach the brands (a machine that does not
 * resolve them), the profile {@code local} also takes the brand from the path; never FanzDash, whose pages keep a host of their own.
 */
final class BrandFilter extends OncePerRequestFilter {
    private final PublicHosts hosts;
    private final boolean byPath;

    BrandFilter(PublicHosts hosts, boolean byPath) {
        this.hosts = hosts;
        this.byPath = byPath;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BrandSite site = BrandSite.brandOf(request.getServerName(), hosts.parentDomain())
                .map(brand -> new BrandSite(brand, "", hosts))
                .or(() -> byPath ? siteInPath(request) : Optional.empty())
                .orElse(null);
        if (site == null) {
            chain.doFilter(request, response);
            return;
        }
        site.mark(request);
        chain.doFilter(site.base().isEmpty() ? request : new PrefixedRequest(request, site.base()), response);
    }

    /** The path as it was sent may lead back out of what it begins with; where it ends counts too. */
    private Optional<BrandSite> siteInPath(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Brand.inPath(path)
                .map(brand -> new BrandSite(brand, "/@" + brand.label(), hosts))
                .filter(site -> path.startsWith(site.base() + "/")
                        && request.getServletPath().startsWith(site.base() + "/"));
    }

    /** The request as if the program were mounted under the brand's path: redirects and links keep it. */
    private static final class PrefixedRequest extends HttpServletRequestWrapper {
        private final String base;

        PrefixedRequest(HttpServletRequest request, String base) {
            super(request);
            this.base = base;
        }

        @Override
        public String getContextPath() {
            return base;
        }

        @Override
        public String getServletPath() {
            return super.getServletPath().substring(base.length());
        }
    }
}
