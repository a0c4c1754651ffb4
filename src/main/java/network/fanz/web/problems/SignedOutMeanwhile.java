package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A form was sent whose page had been opened by somebody who is not signed in any more. */
@ProblemType(value = "signed-out", status = 403, title = "You were signed out")
final class SignedOutMeanwhile extends Problem {
    private static final long serialVersionUID = 1L;

    SignedOutMeanwhile() {
        super("You have signed out in another tab, or your sign-in has ended by itself. Nothing was sent.");
    }
}
