package network.fanz.security.ratelimit.events;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The block of an address was ended before its time. The address is a keyed hash.
 *
 * @param by who ended it; null for the program itself
 * @param since when the block began
 */
@EventType("address_block_lifted")
public record AddressBlockLifted(
        String addressHash, @Nullable AccountId by, Instant since, Instant at) implements DomainEvent {
    @Override
    public String key() {
        return addressHash;
    }
}
