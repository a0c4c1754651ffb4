package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A creator makes a second record of themselves. */
@ProblemType(value = "oneself-recorded", status = 409, title = "You have a record of yourself")
public final class OneselfRecorded extends Problem {
    private static final long serialVersionUID = 1L;

    OneselfRecorded() {
        super("You have recorded yourself already. Amend that record instead.");
    }
}
