package network.fanz.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, with no personal data in it: address and user agent are keyed hashes, for a plain hash of an IPv4
 * address is guessed in a second.
 *
 * @param addressHash keyed hash of the client's address (the socket's, or the nearest untrusted hop)
 * @param agentHash keyed hash of the user agent
 * @param country where the address lies, ISO 3166-1 alpha-2; null where nothing known says so
 * @param platform the label of the {@link Brand} whose host was asked, or {@value #API}
 * @param networks keyed hashes of the wider networks that the address lies in, the narrowest first; empty for IPv4
 * @param device the known device that sends the request; null if it is none
 */
public record Origin(
        String addressHash,
        String agentHash,
        @Nullable String country,
        String platform,
        List<String> networks,
        @Nullable KnownDevice device) {
    /** Of a host that is none of ours. */
    public static final String API = "api";

    /** From no known device, and no wider network. */
    public Origin(String addressHash, String agentHash, @Nullable String country, String platform) {
        this(addressHash, agentHash, country, platform, List.of(), null);
    }

    /** Whether the account has signed in on this device before, with all its factors. */
    public boolean isDeviceOf(AccountId account) {
        return device != null && device.account().equals(account);
    }

    /** The place whose attempts are counted together: the device if it is known, or else the address. */
    public String placeKey() {
        return device == null ? addressHash : "device/" + device.key();
    }

    /** The widest network around the address: what one stranger may have many addresses of. */
    public String widestNetwork() {
        return networks.isEmpty() ? addressHash : networks.getLast();
    }

    /** The platform that a host's first label names; {@link #API} if it is none of ours. */
    public static String platform(String label) {
        return Brand.labelled(label).map(Brand::label).orElse(API);
    }
}
