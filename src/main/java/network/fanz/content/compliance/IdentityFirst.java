package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Somebody signs the agreement whose identity is not verified. */
@ProblemType(value = "identity-first", status = 409, title = "Show who you are first")
public final class IdentityFirst extends Problem {
    private static final long serialVersionUID = 1L;

    public IdentityFirst() {
        super("Whoever signs the agreement has shown who they are before. Begin with that.");
    }
}
