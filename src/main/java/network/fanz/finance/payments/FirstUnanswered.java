package network.fanz.finance.payments;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The bank has not answered an earlier payment for the same pass or work, so a second one may be paid twice. */
@ProblemType(value = "first-unanswered", status = 409, title = "Your first payment has no answer yet")
public final class FirstUnanswered extends Problem {
    /** The field that says that the pass is wanted all the same. */
    public static final String FIELD = "again";

    private static final long serialVersionUID = 1L;

    /** Of a pass; who wants it twice says so. */
    public FirstUnanswered() {
        super(
                FIELD,
                "The bank has not answered your first payment for this pass. If it says yes, you have the pass. Buy it once more only if you want it twice.");
    }

    private FirstUnanswered(String words) {
        super(words);
    }

    /** A work is had once. */
    public static FirstUnanswered ofWork() {
        return new FirstUnanswered(
                "The bank has not answered your first payment for this work. If it says yes, you have the work. Wait for its answer.");
    }
}
