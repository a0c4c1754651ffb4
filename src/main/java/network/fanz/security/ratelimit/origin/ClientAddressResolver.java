package network.fanz.security.ratelimit.origin;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address that a request comes from. It is the socket's address, unless that is a trusted proxy. Then the list that proxies
 * write ({@code X-Forwarded-For}) is read from its right end, the nearest hop first. The first address that is no trusted proxy is the
 * client. Addresses further left are ignored, because the client may have written them. {@code Forwarded} and {@code X-Real-IP} are not
 * read.
 */
public final class ClientAddressResolver {
    private static final int HOPS_MAX = 32;

    private final List<IpNetwork> trusted;

    ClientAddressResolver(List<IpNetwork> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    static ClientAddressResolver behindProxies(List<String> networks) {
        return new ClientAddressResolver(
                networks.stream().map(ClientAddressResolver::proxy).toList());
    }

    private static IpNetwork proxy(String text) {
        try {
            return IpNetwork.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("fanz.http.trusted-proxies: " + unreadable.getMessage(), unreadable);
        }
    }

    /** @param forwarded the values of X-Forwarded-For in the order in which they came */
    InetAddress resolve(InetAddress socket, List<String> forwarded) {
        InetAddress nearest = socket;
        for (String hop : hopsNearestFirst(forwarded)) {
            if (!isTrusted(nearest)) {
                return nearest;
            }
            Optional<InetAddress> next = IpNetwork.address(withoutPort(hop));
            if (next.isEmpty()) {
                // A trusted proxy wrote something unreadable, so the client is unknown and the proxy's address stands
                // for it.
                return nearest;
            }
            nearest = next.get();
        }
        return nearest;
    }

    /** Whether it is a proxy's, behind which there are many clients. */
    public boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(ipNetwork -> ipNetwork.contains(address));
    }

    private static List<String> hopsNearestFirst(List<String> values) {
        List<String> hops = new ArrayList<>();
        for (String value : values) {
            Collections.addAll(hops, value.split(",", -1));
        }
        Collections.reverse(hops);
        return hops.subList(0, Math.min(HOPS_MAX, hops.size()));
    }

    /** Some proxies write {@code 1.2.3.4:5678} and {@code [2001:db8::1]:5678}. */
    private static String withoutPort(@Nullable String hop) {
        String text = hop == null ? "" : hop.strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        boolean ipv4WithPort = text.indexOf(':') > 0 && text.indexOf(':') == text.lastIndexOf(':');
        return ipv4WithPort ? text.substring(0, text.indexOf(':')) : text;
    }
}
