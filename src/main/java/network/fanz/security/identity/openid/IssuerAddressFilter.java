package network.fanz.security.identity.openid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.web.filter.OncePerRequestFilter;

/** The provider has one name, by whatever address a request reaches it: a request's header never decides the issuer. */
final class IssuerAddressFilter extends OncePerRequestFilter {
    private final PublicHosts hosts;

    IssuerAddressFilter(PublicHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new IssuerRequest(request, hosts), response);
    }

    private static final class IssuerRequest extends HttpServletRequestWrapper {
        private final PublicHosts hosts;

        IssuerRequest(HttpServletRequest request, PublicHosts hosts) {
            super(request);
            this.hosts = hosts;
        }

        @Override
        public String getScheme() {
            return hosts.scheme();
        }

        @Override
        public String getServerName() {
            return hosts.host(PublicHosts.SIGN_IN);
        }

        @Override
        public int getServerPort() {
            return hosts.port().getAsInt();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(hosts.baseUrl(PublicHosts.SIGN_IN)).append(getRequestURI());
        }
    }
}
