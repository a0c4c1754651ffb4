package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A creator's record of themselves says something else than the document by which they were verified. */
@ProblemType(value = "oneself-not-proven", status = 409, title = "This record is not shown to be yours")
public final class OneselfNotProven extends Problem {
    private static final long serialVersionUID = 1L;

    public OneselfNotProven() {
        super(
                "You can sign for yourself once your identity is verified and your record has the name and the date of birth of the document that you showed. Amend the record if it is wrong.");
    }
}
