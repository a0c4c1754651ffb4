package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A body is longer than anything here needs. */
@ProblemType(value = "body-too-large", status = 413, title = "The request is too large")
public final class BodyTooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("A request body has at most 1 MiB.");
    }
}
