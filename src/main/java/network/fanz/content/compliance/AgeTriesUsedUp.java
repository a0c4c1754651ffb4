package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Somebody has begun as many proofs of age as one may in a day. */
@ProblemType(value = "age-tries-used-up", status = 409, title = "No more tries today")
public final class AgeTriesUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    public AgeTriesUsedUp() {
        super("You have tried as often as one may in a day. Try again tomorrow.");
    }
}
