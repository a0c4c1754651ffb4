package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A creator is to be let try again while a check of theirs is under way. */
@ProblemType(value = "check-under-way", status = 409, title = "A check is under way")
public final class CheckUnderWay extends Problem {
    private static final long serialVersionUID = 1L;

    public CheckUnderWay() {
        super(
                "A check of this creator is under way. Wait for its end, or withdraw it first: it would not be forgiven what it ends with.");
    }
}
