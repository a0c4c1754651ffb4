package network.fanz.content.compliance.spi;

import network.fanz.content.compliance.VerificationRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of a check.
 *
 * @param refusal why, if it is refused; else null
 * @param identity who it is, if it is approved; else null
 */
public record IdentityResult(
        IdentityProgress progress,
        @Nullable VerificationRefusal refusal,
        @Nullable ProvenIdentity identity) {
    public static IdentityResult of(IdentityProgress progress) {
        return new IdentityResult(progress, null, null);
    }
}
