package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The request is larger than the program takes. */
@ProblemType(value = "too-large", status = 413, title = "Too large")
final class TooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    TooLarge() {
        super("The request is larger than this address takes.");
    }
}
