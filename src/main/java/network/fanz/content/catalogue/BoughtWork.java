package network.fanz.content.catalogue;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;

/**
 * A work that a fan has bought by itself.
 *
 * @param payment what it was bought with
 * @param title empty unless it can be watched now: the words of what is not shown are not shown either
 * @param boughtAt when it was paid
 */
public record BoughtWork(
        UUID payment, UUID work, AccountId creator, String title, BoughtWorkState state, Instant boughtAt) {
    /** What a creator writes: never in a log. */
    @Override
    public String toString() {
        return "BoughtWork[" + work + ", " + state + "]";
    }
}
