package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;

/**
 * A pass in a fan's library.
 *
 * @param payment what it was bought with
 * @param active whether it holds now
 */
public record OwnedPass(UUID payment, UUID pass, AccountId creator, Instant from, Instant until, boolean active) {
    /** Whether its time is over; one that does not hold and has not ended begins later. */
    public boolean ended(Instant now) {
        return !now.isBefore(until);
    }
}
