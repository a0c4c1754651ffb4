package network.fanz.security.ratelimit;

import java.time.Instant;

/** An address that is refused for a while. */
public record AddressBlock(String addressHash, String reason, Instant from, Instant until) {}
