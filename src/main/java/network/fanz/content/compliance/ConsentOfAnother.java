package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A creator wants to sign for somebody else in their work. */
@ProblemType(value = "consent-of-another", status = 403, title = "Nobody signs for somebody else")
public final class ConsentOfAnother extends Problem {
    private static final long serialVersionUID = 1L;

    public ConsentOfAnother() {
        super(
                "You are signed in as the creator of this work. Only whoever was asked can sign here: sign out, and let them open the letter themselves.");
    }
}
