package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The bank has not answered an earlier payment for the same pass, so a second one may be paid twice. */
@ProblemType(value = "first-unanswered", status = 409, title = "Your first payment has no answer yet")
public final class FirstUnanswered extends Problem {
    /** The field that says that the pass is wanted all the same. */
    public static final String FIELD = "again";

    private static final long serialVersionUID = 1L;

    public FirstUnanswered() {
        super(
                FIELD,
                "The bank has not answered your first payment for this pass. If it says yes, you have the pass. Buy it once more only if you want it twice.");
    }
}
