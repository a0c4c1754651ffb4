package network.fanz.web.problems;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The request breaks a rule of HTTP, or of this program's addresses. */
@ProblemType(value = "bad-request", status = 400, title = "The request is not right")
final class BadRequest extends Problem {
    private static final long serialVersionUID = 1L;

    BadRequest(String detail) {
        super(detail);
    }
}
