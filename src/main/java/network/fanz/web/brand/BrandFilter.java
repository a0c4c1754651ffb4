package network.fanz.web.brand;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides the brand, once, before anything else looks at the request. Where host names do not reach the brands (a machine that does not
 * resolve them), the profile {@code local} also takes the brand from the path; never FanzDash, whose pages keep a host of their own.
 */
final class BrandFilter extends OncePerRequestFilter {
    private static final Pattern BY_PATH = Pattern.compile("/@("
            + Arrays.stream(Brand.values())
                    .filter(brand -> brand != Brand.DASH)
                    .map(Brand::label)
                    .collect(Collectors.joining("|"))
            + ")(/.*)");

    private final PublicHosts hosts;
    private final boolean byPath;

    BrandFilter(PublicHosts hosts, boolean byPath) {
        this.hosts = hosts;
        this.byPath = byPath;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Brand> brand = BrandSite.brandOf(request.getServerName(), hosts.parentDomain());
        if (brand.isPresent()) {
            new BrandSite(brand.get(), "", hosts).mark(request);
            chain.doFilter(request, response);
            return;
        }
        Matcher named = BY_PATH.matcher(request.getRequestURI());
        if (byPath && named.matches()) {
            String base = "/@" + named.group(1);
            new BrandSite(Brand.labelled(named.group(1)).orElseThrow(), base, hosts).mark(request);
            chain.doFilter(new PrefixedRequest(request, base), response);
            return;
        }
        chain.doFilter(request, response);
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
