package network.fanz.web.dash;

import network.fanz.common.Caller;
import network.fanz.security.identity.FactorReset;
import org.jspecify.annotations.Nullable;

/**
 * The open request to take away an account's second factor, as one administrator sees it.
 *
 * @param reset null if there is none
 * @param askedByReader whether the reader asked, and so cannot approve
 */
public record FactorResetView(@Nullable FactorReset reset, boolean askedByReader) {
    static FactorResetView of(@Nullable FactorReset reset, @Nullable Caller reader) {
        return new FactorResetView(
                reset, reset != null && reader != null && reset.askedBy().equals(reader.account()));
    }

    public boolean isApproved() {
        return reset != null && reset.effectiveAt() != null;
    }
}
