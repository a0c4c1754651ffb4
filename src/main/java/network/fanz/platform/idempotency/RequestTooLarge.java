package network.fanz.platform.idempotency;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The body is larger than a changing request may be. */
@ProblemType(value = "request-too-large", status = 413, title = "The request is too large")
public final class RequestTooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    RequestTooLarge(long most) {
        super("A changing request holds " + most + " bytes at most.");
    }
}
