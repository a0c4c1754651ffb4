package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The caller asks for a refund of money that the buyer's bank or the provider takes back without us: it would go out twice. */
@ProblemType(value = "payment-taken-back", status = 409, title = "The money of this payment was taken back already")
public final class PaymentTakenBack extends Problem {
    private static final long serialVersionUID = 1L;

    public PaymentTakenBack(TakenBack how) {
        super(Sentence.of(
                "{0} A refund would pay it out a second time, so there is none, and nothing was changed."
                        + " Finance staff book by hand what was taken back.",
                Sentence.of(how.words())));
    }
}
