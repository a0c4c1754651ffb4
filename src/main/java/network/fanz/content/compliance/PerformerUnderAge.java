package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Somebody is to be recorded who is not of age. */
@ProblemType(value = "performer-under-age", status = 422, title = "This person is not recorded")
public final class PerformerUnderAge extends Problem {
    private static final long serialVersionUID = 1L;

    PerformerUnderAge() {
        super(
                "By this date of birth it is not sure that the person is 18, so no record is made, and that it was tried is kept. If the date is wrong, mend it.");
    }
}
