package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Somebody decides on a request that does not wait for them any more. */
@ProblemType(value = "refund-request-decided", status = 409, title = "This request no longer waits for you")
public final class RefundRequestDecided extends Problem {
    private static final long serialVersionUID = 1L;

    public RefundRequestDecided() {
        super("This request has moved on meanwhile. Look at where it stands now; nothing was changed.");
    }
}
