package network.fanz.finance.payments;

import java.time.Duration;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A buyer asks for a refund of a payment that is not paid, is going back already, or was paid too long ago. */
@ProblemType(value = "refund-not-askable", status = 409, title = "A refund of this payment cannot be asked for")
public final class RefundNotAskable extends Problem {
    private static final long serialVersionUID = 1L;

    private RefundNotAskable(String words) {
        super(words);
    }

    static RefundNotAskable notPaid() {
        return new RefundNotAskable(
                "Only a payment that is paid, and that is not going back already, can be asked for.");
    }

    static RefundNotAskable tooLate(Duration within) {
        return new RefundNotAskable(
                "A refund can be asked for within " + within.toDays() + " days of the payment, and those are over.");
    }
}
