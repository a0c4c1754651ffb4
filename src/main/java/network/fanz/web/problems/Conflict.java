package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Two requests wanted the same thing at the same moment, and another one has it. */
@ProblemType(value = "conflict", status = 409, title = "Somebody was faster")
final class Conflict extends Problem {
    private static final long serialVersionUID = 1L;

    Conflict() {
        super("Another request was faster. There can be only one of these. Look at what is there now, then try again.");
    }
}
