package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Something that the program stands on does not answer. */
@ProblemType(value = "unavailable", status = 503, title = "Not available right now")
final class Unavailable extends Problem {
    private static final long serialVersionUID = 1L;

    @Override
    public Long retryAfterSeconds() {
        return 2L;
    }

    Unavailable() {
        super("The program cannot reach its records right now. Nothing was changed. Try again in a moment.");
    }
}
