package network.fanz.content.compliance.spi;

import java.time.Instant;
import network.fanz.content.compliance.AgeMethod;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of a proof of age.
 *
 * @param method how, if it is approved; else null
 * @param until when the vendor's yes is over; null if it is no yes
 */
public record AgeResult(
        IdentityProgress progress,
        @Nullable AgeMethod method,
        @Nullable Instant until) {
    public static AgeResult of(IdentityProgress progress) {
        return new AgeResult(progress, null, null);
    }
}
