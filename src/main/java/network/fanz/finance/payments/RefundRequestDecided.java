package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Somebody decides on a request that does not wait for them, not yet or not any more. */
@ProblemType(value = "refund-request-decided", status = 409, title = "This request does not wait for you")
public final class RefundRequestDecided extends Problem {
    private static final long serialVersionUID = 1L;

    public RefundRequestDecided() {
        super("This request does not wait for you now. Look at where it stands; nothing was changed.");
    }
}
