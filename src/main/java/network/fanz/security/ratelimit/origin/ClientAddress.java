package network.fanz.security.ratelimit.origin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Objects;

/** The address of a request's client, for as long as the request lives: what is kept of it anywhere is a keyed hash. */
public final class ClientAddress {
    private static final String ATTRIBUTE = ClientAddress.class.getName();

    private ClientAddress() {}

    static void remember(HttpServletRequest request, InetAddress address) {
        request.setAttribute(ATTRIBUTE, address);
    }

    /** @throws NullPointerException before the filter that finds it out */
    public static InetAddress of(HttpServletRequest request) {
        return (InetAddress) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "The request has no address");
    }
}
