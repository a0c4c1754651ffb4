package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The operator has not set up a payment provider, or no longer has this one. */
@ProblemType(value = "no-payment-provider", status = 503, title = "Payments are not set up")
public final class NoPaymentProvider extends Problem {
    private static final long serialVersionUID = 1L;

    public NoPaymentProvider() {
        super("This program has no payment provider for that. The operator sets one up in its settings.");
    }
}
