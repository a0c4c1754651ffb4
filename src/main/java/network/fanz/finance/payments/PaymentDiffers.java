package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The key has made a payment before, and that payment was another one. */
@ProblemType(value = "payment-differs", status = 422, title = "The key belongs to another payment")
public final class PaymentDiffers extends Problem {
    private static final long serialVersionUID = 1L;

    public PaymentDiffers() {
        super("This key was used for a payment with another content. Use a new key.");
    }
}
