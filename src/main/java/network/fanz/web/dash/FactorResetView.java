package network.fanz.web.dash;

import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.security.identity.FactorReset;
import network.fanz.security.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The open request to take away an account's second factor, as one administrator sees it.
 *
 * @param reset null if there is none
 * @param askedByReader whether the reader asked, and so cannot approve
 * @param second whether the reader can be the second person
 * @param askerGone whether whoever asked could not ask any more, so that nobody can approve it
 */
public record FactorResetView(@Nullable FactorReset reset, boolean askedByReader, boolean second, boolean askerGone) {
    static FactorResetView of(@Nullable FactorReset reset, @Nullable Caller reader, Identity identity) {
        AccountId account = reader == null ? null : reader.account();
        if (reset == null || account == null) {
            return new FactorResetView(reset, false, false, false);
        }
        boolean asked = reset.askedBy().equals(account);
        return new FactorResetView(
                reset, asked, !asked && identity.areIndependent(account, reset.askedBy()), identity.isAskerGone(reset));
    }

    public boolean isApproved() {
        return reset != null && reset.effectiveAt() != null;
    }
}
