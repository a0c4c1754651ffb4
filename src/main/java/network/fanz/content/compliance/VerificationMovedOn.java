package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A check is to be taken away that is neither good nor under way. */
@ProblemType(value = "verification-moved-on", status = 409, title = "This check has moved on")
public final class VerificationMovedOn extends Problem {
    private static final long serialVersionUID = 1L;

    public VerificationMovedOn() {
        super("This check is neither good nor under way any more. Look at the page again.");
    }
}
