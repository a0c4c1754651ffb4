package network.fanz.security.ratelimit.origin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import network.fanz.common.Brand;
import network.fanz.common.Origin;
import network.fanz.platform.vault.Vault;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out where a request comes from, once and before any other filter. It keeps only keyed hashes of address and agent. */
final class OriginFilter extends OncePerRequestFilter {
    static final String ATTRIBUTE = Origin.class.getName();
    private static final int AGENT_MAX = 512;

    private final ClientAddressResolver addresses;
    private final CountryLookup countries;
    private final Vault vault;
    private final DeviceCookies devices;
    private final String parentDomain;
    private final boolean byPath;

    /**
     * @param parentDomain of the brands' hosts; any other host is {@code api}
     * @param byPath whether the path may name a brand other than FanzDash if the host names none, as in the profile {@code local}
     */
    OriginFilter(
            ClientAddressResolver addresses,
            CountryLookup countries,
            Vault vault,
            DeviceCookies devices,
            String parentDomain,
            boolean byPath) {
        this.addresses = addresses;
        this.countries = countries;
        this.vault = vault;
        this.devices = devices;
        this.parentDomain = parentDomain;
        this.byPath = byPath;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(ATTRIBUTE) == null) {
            request.setAttribute(ATTRIBUTE, originOf(request));
        }
        chain.doFilter(request, response);
    }

    /** What the server itself refuses comes by here only on its way to the page that says so. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Origin originOf(HttpServletRequest request) {
        // A socket's address is always in digits. The scope of a link-local address means nothing outside this machine.
        String socket = request.getRemoteAddr().replaceFirst("%.*", "");
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        InetAddress address = addresses.resolve(IpNetwork.address(socket).orElseThrow(), forwarded);
        ClientAddress.remember(request, address);
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new Origin(
                hash("request.address", IpNetwork.clientPrefix(address)),
                hash("request.agent", agent.substring(0, Math.min(AGENT_MAX, agent.length()))),
                countries.countryOf(address),
                platform(request.getServerName().toLowerCase(Locale.ROOT), request.getRequestURI()),
                IpNetwork.widerNetworks(address).stream()
                        .map(network -> hash("request.address", network))
                        .toList(),
                devices.device(request));
    }

    private String hash(String field, String value) {
        return HexFormat.of().formatHex(vault.keyedHash(field, value));
    }

    private String platform(String host, String path) {
        String label =
                host.endsWith("." + parentDomain) ? host.substring(0, host.length() - parentDomain.length() - 1) : "";
        String byHost = Origin.platform(label);
        return byPath && byHost.equals(Origin.API)
                ? Brand.inPath(path).map(Brand::label).orElse(byHost)
                : byHost;
    }
}
