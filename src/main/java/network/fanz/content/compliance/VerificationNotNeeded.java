package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A check is asked for though the last one is good for a good while yet. */
@ProblemType(value = "verification-not-needed", status = 409, title = "You are verified")
public final class VerificationNotNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    public VerificationNotNeeded() {
        super(
                "You are verified, and your document is good for a good while yet. Begin again in the last 60 days of it.");
    }
}
