package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The buyer asks to cancel a payment that does not wait for their card any more. */
@ProblemType(value = "not-cancellable", status = 409, title = "This payment cannot be cancelled any more")
public final class NotCancellable extends Problem {
    private static final long serialVersionUID = 1L;

    public NotCancellable() {
        super("A payment can be cancelled only while it waits for your card. Look at where this one stands now.");
    }
}
