package network.fanz.common;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, with no personal data in it: address and user agent are keyed hashes, for a plain hash of an IPv4
 * address is guessed in a second.
 *
 * @param addressHash keyed hash of the client's address (the socket's, or the nearest untrusted hop)
 * @param agentHash keyed hash of the user agent
 * @param country where the address lies, ISO 3166-1 alpha-2; null where nothing known says so
 * @param platform the brand whose host was asked: dash, tube, elite, spicy, meet, auth or api
 */
public record Origin(
        String addressHash, String agentHash, @Nullable String country, String platform) {}
