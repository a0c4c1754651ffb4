package network.fanz.content.compliance.verification;

import static network.fanz.content.compliance.VerificationState.EXPIRED;
import static network.fanz.content.compliance.VerificationState.IN_DOUBT;
import static network.fanz.content.compliance.VerificationState.LAPSED;
import static network.fanz.content.compliance.VerificationState.NONE;
import static network.fanz.content.compliance.VerificationState.REFUSED;
import static network.fanz.content.compliance.VerificationState.REPLACED;
import static network.fanz.content.compliance.VerificationState.STARTED;
import static network.fanz.content.compliance.VerificationState.VERIFIED;
import static network.fanz.content.compliance.VerificationState.WITHDRAWN;

import java.util.List;
import network.fanz.content.compliance.VerificationState;

/**
 * The state machine: every change of state that a check of identity can make, and why it happens. A change that is not here does not
 * happen. {@code docs/verification.md} is printed from it. Each emits {@code verification_moved} and stands in the audit log.
 */
final class VerificationTransitions {
    private VerificationTransitions() {}

    /** @param cause what has happened, a sentence */
    record VerificationTransition(VerificationState from, VerificationState to, String cause) {}

    static final List<VerificationTransition> ALL = List.of(
            move(NONE, STARTED, "The creator has begun a check."),
            move(STARTED, IN_DOUBT, "Somebody at the provider looks at it."),
            move(
                    STARTED,
                    VERIFIED,
                    "The provider has said yes, for somebody of 18 or older with a document that is good."),
            move(STARTED, REFUSED, "The provider has said no, or what it said yes to is too young or no longer good."),
            move(STARTED, LAPSED, "The page was not used in time, or the provider has given no answer."),
            move(STARTED, WITHDRAWN, "Staff have ended the check."),
            move(IN_DOUBT, VERIFIED, "The provider has said yes after all, to what a yes needs."),
            move(
                    IN_DOUBT,
                    REFUSED,
                    "The provider has said no after all, or what it said yes to is too young or no longer good."),
            move(IN_DOUBT, LAPSED, "The provider has ended the check without an answer."),
            move(IN_DOUBT, WITHDRAWN, "Staff have ended the check."),
            move(VERIFIED, EXPIRED, "The last day of the document is over where it is over first."),
            move(VERIFIED, REPLACED, "A newer check of the same creator has been verified."),
            move(
                    VERIFIED,
                    REFUSED,
                    "The provider has taken its yes back, or has found a later check of the creator under age or forged."),
            move(VERIFIED, WITHDRAWN, "Staff have taken it away."));

    private static VerificationTransition move(VerificationState from, VerificationState to, String cause) {
        return new VerificationTransition(from, to, cause);
    }

    static boolean exists(VerificationState from, VerificationState to) {
        return ALL.stream().anyMatch(each -> each.from() == from && each.to() == to);
    }

    /** @throws IllegalStateException if there is no such transition */
    static void require(VerificationState from, VerificationState to) {
        if (!exists(from, to)) {
            throw new IllegalStateException("A check of identity does not go from " + from + " to " + to);
        }
    }
}
