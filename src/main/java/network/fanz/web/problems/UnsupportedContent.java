package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The body is of a kind that the address does not read. */
@ProblemType(value = "unsupported-content", status = 415, title = "No such content type here")
final class UnsupportedContent extends Problem {
    private static final long serialVersionUID = 1L;

    UnsupportedContent() {
        this("This address does not read that content type.");
    }

    UnsupportedContent(String detail) {
        super(detail);
    }
}
