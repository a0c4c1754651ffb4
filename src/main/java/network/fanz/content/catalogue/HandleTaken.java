package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Somebody has the handle, or had it: an old one still leads to its owner. */
@ProblemType(value = "handle-taken", status = 409, title = "This short address is taken")
public final class HandleTaken extends Problem {
    private static final long serialVersionUID = 1L;

    public HandleTaken() {
        super("handle", "This short address is taken. Choose another.");
    }
}
