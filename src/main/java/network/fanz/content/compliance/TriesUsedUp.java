package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The provider has refused a creator too often of late. */
@ProblemType(value = "verification-tries-used-up", status = 409, title = "You were refused too often of late")
public final class TriesUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    public TriesUsedUp() {
        super(
                "You have tried too often of late. You can try again when 30 days have passed since the first of these tries.");
    }
}
