package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The body is of a kind that the address does not read. */
@ProblemType(value = "unsupported-content", status = 415, title = "This content type is not accepted")
final class UnsupportedContent extends Problem {
    private static final long serialVersionUID = 1L;

    UnsupportedContent() {
        this("This path does not accept that content type.");
    }

    UnsupportedContent(String detail) {
        super(detail);
    }
}
