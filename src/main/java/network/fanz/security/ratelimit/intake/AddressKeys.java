package network.fanz.security.ratelimit.intake;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By what the shares of an address are counted. An IPv4 address counts for itself. Of IPv6 a single line is given all addresses of a /64,
 * and many are given a /56 or a /48, so these count too.
 */
final class AddressKeys {
    private static final int[] IPV6_BYTES = {8, 7, 6};
    private static final int IPV4_LENGTH = 4;

    private AddressKeys() {}

    /** The narrowest first; each next one has twice the share. */
    static List<String> of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4_LENGTH
                ? List.of(HexFormat.of().formatHex(bytes))
                : IntStream.of(IPV6_BYTES)
                        .mapToObj(length -> HexFormat.of().formatHex(Arrays.copyOf(bytes, length)) + "/" + length)
                        .toList();
    }
}
