package network.fanz.security.ratelimit.origin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of addresses in CIDR notation (RFC 4632, RFC 4291).
 *
 * @param base its first address
 * @param prefixLength how many leading bits belong to the network
 */
record IpNetwork(InetAddress base, int prefixLength) {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    /** @throws IllegalArgumentException if the text is not such a range, or has bits set after its prefix */
    static IpNetwork parse(String text) {
        String[] parts = text.strip().split("/", -1);
        InetAddress base = address(parts[0]).orElseThrow(() -> unreadable(text));
        int width = base.getAddress().length * 8;
        int bits = parts.length == 1
                ? width
                : parts.length == 2 && parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (bits < 0 || bits > width || !masked(base, bits).equals(base)) {
            throw unreadable(text);
        }
        return new IpNetwork(base, bits);
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == base.getAddress().length
                && masked(address, prefixLength).equals(base);
    }

    /** An address written in digits. Names are not looked up, and short forms of IPv4 are not accepted. */
    static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The part of an address that a client cannot easily change. It is the whole of an IPv4 address. Of an IPv6 address it is the first 64
     * bits, because a single line is given all addresses that begin with them.
     */
    static String clientPrefix(InetAddress address) {
        return address instanceof Inet6Address
                ? masked(address, 64).getHostAddress() + "/64"
                : address.getHostAddress();
    }

    /**
     * The wider networks that an address lies in. Of IPv6 a customer may be given as many as 65,536 prefixes of 64 bits, so the first 56 and
     * the first 48 bits count too.
     */
    static List<String> widerNetworks(InetAddress address) {
        return address instanceof Inet6Address
                ? Stream.of(56, 48)
                        .map(bits -> masked(address, bits).getHostAddress() + "/" + bits)
                        .toList()
                : List.of();
    }

    private static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int bit = bits; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("A network is written such as 10.0.0.0/8 or fd00::/8, not: " + text);
    }
}
