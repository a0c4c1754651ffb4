package network.fanz.security.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.IntSupplier;
import network.fanz.common.Brand;
import network.fanz.common.Origin;
import org.springframework.modulith.NamedInterface;

/**
 * The hosts by which browsers know the program: one for sign-in and one for each brand, below one parent domain.
 *
 * @param parentDomain such as {@code fanz.localhost}: also the relying party of passkeys
 * @param scheme http or https, as the browser sees it
 * @param port as the browser sees it; read when needed, because a port that the system chooses is known only after the start
 */
@NamedInterface("hosts")
public record PublicHosts(String parentDomain, String scheme, IntSupplier port) {
    public static final String SIGN_IN = Brand.AUTH.label();

    /** Scheme, host and port of one host, such as {@code http://auth.fanz.localhost:8080}. */
    public String baseUrl(String label) {
        int number = port.getAsInt();
        boolean usual = number == (isSecure() ? 443 : 80);
        return scheme + "://" + label + "." + parentDomain + (usual ? "" : ":" + number);
    }

    /** Whether browsers use TLS. */
    public boolean isSecure() {
        return scheme.equals("https");
    }

    public String host(String label) {
        return label + "." + parentDomain;
    }

    /** The first label of a brand's or the sign-in host; {@code api} for any other host. */
    public String label(HttpServletRequest request) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        String label =
                host.endsWith("." + parentDomain) ? host.substring(0, host.length() - parentDomain.length() - 1) : "";
        return Origin.platform(label);
    }

    boolean isSignInHost(HttpServletRequest request) {
        return Brand.labelled(label(request)).filter(Brand::isFront).isEmpty();
    }
}
