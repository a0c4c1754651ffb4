package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The caller asks for a refund of a payment that is not settled, or whose provider has said something that nobody understands. */
@ProblemType(value = "not-refundable", status = 409, title = "This payment cannot be refunded")
public final class NotRefundable extends Problem {
    private static final long serialVersionUID = 1L;

    public NotRefundable() {
        super("Only a settled payment can be refunded, and only once.");
    }

    private NotRefundable(String words) {
        super(words);
    }

    /** Its provider has said something that contradicts what we know. */
    public static NotRefundable whileInDoubt() {
        return new NotRefundable(
                "The payment provider has said something about this payment that people must look at first. Ask the platform’s finance staff.");
    }
}
