package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The caller asks for a refund of a payment that is not settled. */
@ProblemType(value = "not-refundable", status = 409, title = "This payment cannot be refunded")
public final class NotRefundable extends Problem {
    private static final long serialVersionUID = 1L;

    public NotRefundable() {
        super("Only a settled payment can be refunded, and only once.");
    }
}
