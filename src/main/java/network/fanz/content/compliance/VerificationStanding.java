package network.fanz.content.compliance;

import org.jspecify.annotations.Nullable;

/**
 * How well the house knows a creator.
 *
 * @param verified the check by which they may upload now; null if there is none
 * @param open the check that is under way; null if none is
 * @param last the newest check, whatever became of it; null before the first
 * @param next what the creator can do about it
 * @param triesLeft how often the provider may still refuse before the creator has to wait
 */
public record VerificationStanding(
        @Nullable Verification verified,
        @Nullable Verification open,
        @Nullable Verification last,
        NextCheck next,
        int triesLeft) {
    /** Whether, and why not, a creator can begin a check. */
    public enum NextCheck {
        /** They can begin one. */
        MAY_BEGIN,
        /** One is under way: they can go on with it. */
        UNDER_WAY,
        /** They are verified for a good while yet. */
        NOT_NEEDED,
        /** They were refused too often of late. */
        LATER,
        /** Only staff can let them begin another. */
        STAFF_DECIDE
    }

    /** What stands for the creator in one word. */
    public VerificationState state() {
        if (verified != null) {
            return VerificationState.VERIFIED;
        }
        if (open != null) {
            return open.state();
        }
        if (last == null) {
            return VerificationState.NONE;
        }
        return last.state() == VerificationState.VERIFIED ? VerificationState.EXPIRED : last.state();
    }
}
