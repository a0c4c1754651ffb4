package network.fanz.finance.payments;

import java.time.Duration;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A buyer asks for a refund of a payment that is not paid, is going back already, was paid too long ago, or was asked for before. */
@ProblemType(value = "refund-not-askable", status = 409, title = "A refund of this payment cannot be asked for")
public final class RefundNotAskable extends Problem {
    private static final long serialVersionUID = 1L;

    private RefundNotAskable(String words) {
        super(words);
    }

    private RefundNotAskable(Sentence sentence) {
        super(sentence);
    }

    static RefundNotAskable notPaid() {
        return new RefundNotAskable(
                "Only a payment that is paid, and that is not going back already, can be asked for.");
    }

    static RefundNotAskable asked() {
        return new RefundNotAskable(
                "You have asked for this payment before, in other words. That request stands as it was, and what you wrote now was not sent.");
    }

    static RefundNotAskable withdrawn() {
        return new RefundNotAskable(
                "You have withdrawn your request for this payment, and a payment can be asked for once. Nothing was sent.");
    }

    static RefundNotAskable tooLate(Duration within) {
        return new RefundNotAskable(Sentence.of(
                "A refund can be asked for within {0} days of the payment, and those are over.", within.toDays()));
    }
}
