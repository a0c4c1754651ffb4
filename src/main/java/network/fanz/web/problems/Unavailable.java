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

    /** @param changing whether the request may have changed something: the answer that got lost may have been yes */
    Unavailable(boolean changing) {
        super(
                changing
                        ? "The program cannot reach its records right now, and nobody knows yet whether this was done. Send the"
                                + " same form or request again, with the same key: it is not done twice. Before you begin a new one,"
                                + " look whether the first one is there."
                        : "The program cannot reach its records right now. Try again in a moment.");
    }
}
