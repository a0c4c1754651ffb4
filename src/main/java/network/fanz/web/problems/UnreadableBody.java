package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The body is not what its content type says. */
@ProblemType(value = "unreadable-body", status = 400, title = "The body cannot be read")
final class UnreadableBody extends Problem {
    private static final long serialVersionUID = 1L;

    UnreadableBody() {
        super("The body is missing, or is not well-formed JSON.");
    }
}
