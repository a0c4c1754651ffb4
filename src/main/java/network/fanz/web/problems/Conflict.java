package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Two requests wanted the same thing at the same moment, and another one has it. */
@ProblemType(value = "conflict", status = 409, title = "Somebody was faster")
final class Conflict extends Problem {
    private static final long serialVersionUID = 1L;

    Conflict() {
        super(
                "Another request was faster, and this one would have been a second of what there is only one of. Look, and try again.");
    }
}
