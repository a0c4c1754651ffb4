package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A creator has asked for consents too often within a day. */
@ProblemType(value = "consent-letters-used-up", status = 429, title = "No more letters today")
public final class ConsentLettersUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    public ConsentLettersUsedUp() {
        super(
                "So many letters went out within a day that no more do now. Ask again tomorrow. The links of those that were sent stay good.");
    }
}
