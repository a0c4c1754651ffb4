package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The terms of use in force have not been accepted with this account. */
@ProblemType(value = "terms-not-accepted", status = 403, title = "The terms of use are not accepted yet")
public final class TermsNotAccepted extends Problem {
    private static final long serialVersionUID = 1L;

    private final int number;

    /** @param number of the version in force */
    public TermsNotAccepted(int number) {
        super(Sentence.of(
                "Version {0} of the terms of use is in force. Read it at /terms, and accept it before you go on.",
                number));
        this.number = number;
    }

    public int number() {
        return number;
    }
}
