package network.fanz.security.ratelimit.events;

import java.time.Instant;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

/** An address is refused sign-in and payments for a while. The address is a keyed hash. */
@EventType("address_blocked")
public record AddressBlocked(String addressHash, String reason, Instant at, Instant until) implements DomainEvent {
    @Override
    public String key() {
        return addressHash;
    }
}
