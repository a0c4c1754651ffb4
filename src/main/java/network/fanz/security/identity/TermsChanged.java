package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** What was accepted is an older version of the terms of use. */
@ProblemType(value = "terms-changed", status = 409, title = "The terms of use are newer than that")
public final class TermsChanged extends Problem {
    private static final long serialVersionUID = 1L;

    private final int number;

    /**
     * @param field the one that names the version
     * @param number of the version in force
     */
    public TermsChanged(String field, int number) {
        super(
                field,
                Sentence.of(
                        "Version {0} of the terms of use is in force by now. Read it, and accept it anew.", number));
        this.number = number;
    }

    public int number() {
        return number;
    }
}
