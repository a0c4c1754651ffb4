package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A creator was refused for a reason, or by staff, so that only staff let them try again. */
@ProblemType(value = "verification-by-staff", status = 409, title = "Only staff can let you begin another check")
public final class StaffDecide extends Problem {
    private static final long serialVersionUID = 1L;

    public StaffDecide() {
        super("Only whoever runs this site can let you begin another check.");
    }
}
