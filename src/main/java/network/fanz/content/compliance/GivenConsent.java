package network.fanz.content.compliance;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;

/**
 * A consent that somebody has signed, as they see it.
 *
 * @param title what its creator calls the work now
 * @param signed what they agreed to
 * @param revoked what of it they have taken back
 * @param text the number of the text that they signed
 */
public record GivenConsent(
        UUID id,
        UUID work,
        String title,
        AccountId creator,
        Set<ConsentScope> signed,
        Set<ConsentScope> revoked,
        int text,
        Instant signedAt) {
    public GivenConsent {
        signed = Set.copyOf(signed);
        revoked = Set.copyOf(revoked);
    }

    public boolean holds(ConsentScope scope) {
        return signed.contains(scope) && !revoked.contains(scope);
    }

    public boolean isOver() {
        return revoked.containsAll(signed);
    }

    /** What a creator writes: never in a log. */
    @Override
    public String toString() {
        return "GivenConsent[" + id + "]";
    }
}
