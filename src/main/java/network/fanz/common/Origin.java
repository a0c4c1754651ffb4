package network.fanz.common;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, with no personal data in it: address and user agent are keyed hashes, for a plain hash of an IPv4
 * address is guessed in a second.
 *
 * @param addressHash keyed hash of the client's address (the socket's, or the nearest untrusted hop)
 * @param agentHash keyed hash of the user agent
 * @param country where the address lies, ISO 3166-1 alpha-2; null where nothing known says so
 * @param platform the label of the {@link Brand} whose host was asked, or {@value #API}
 */
public record Origin(
        String addressHash, String agentHash, @Nullable String country, String platform) {
    /** Of a host that is none of ours. */
    public static final String API = "api";

    /** The platform that a host's first label names; {@link #API} if it is none of ours. */
    public static String platform(String label) {
        return Brand.labelled(label).map(Brand::label).orElse(API);
    }
}
