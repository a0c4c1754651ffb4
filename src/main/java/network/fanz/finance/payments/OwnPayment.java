package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Buyer and seller are the same account. */
@ProblemType(value = "own-payment", status = 422, title = "Nobody pays themselves")
public final class OwnPayment extends Problem {
    private static final long serialVersionUID = 1L;

    public OwnPayment() {
        super("creator", "Choose another creator: nobody pays themselves.");
    }
}
