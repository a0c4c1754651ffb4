package network.fanz.content.compliance;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;

/**
 * A consent that somebody is asked for, as they see it.
 *
 * @param title what its creator calls the work
 * @param until when they can no longer sign by it
 */
public record ConsentRequest(UUID id, UUID work, String title, AccountId creator, Instant until) {
    /** What a creator writes: never in a log. */
    @Override
    public String toString() {
        return "ConsentRequest[" + id + "]";
    }
}
