package network.fanz.platform.vault;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The person's key has been destroyed, so nothing of theirs can be read any more. */
@ProblemType(value = "subject-forgotten", status = 410, title = "Erased")
public final class SubjectForgotten extends Problem {
    private static final long serialVersionUID = 1L;

    SubjectForgotten() {
        super("This person's data has been erased.");
    }
}
