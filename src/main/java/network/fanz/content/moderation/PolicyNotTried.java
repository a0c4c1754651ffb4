package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A version is put into force by whoever has seen what it would change. */
@ProblemType(value = "policy-not-tried", status = 409, title = "Try it out first")
public final class PolicyNotTried extends Problem {
    private static final long serialVersionUID = 1L;

    public PolicyNotTried() {
        super(
                "Try it out beside the version that is in force, and look at what it would change, before you put it into force.");
    }
}
