package network.fanz.content.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which version of the agreement a creator has signed.
 *
 * @param current the number of the version in force
 * @param signed the number of the newest version that they have signed; 0 if none
 * @param signedAt when; null if none
 */
public record AgreementStanding(
        int current, int signed, @Nullable Instant signedAt) {
    /** Whether the version in force, or a newer one, is signed. */
    public boolean isSigned() {
        return signed >= current;
    }
}
