package network.fanz.security.ratelimit;

import java.time.Instant;

/**
 * An address from which nobody signs in for a while, but on a device that its account has signed in on before.
 *
 * @param addressHash keyed hash of the address
 * @param reason a word of the code, such as {@code brute_force}
 * @param from since when without a gap
 * @param until when it ends by itself
 */
public record AddressBlock(String addressHash, String reason, Instant from, Instant until) {}
