package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The work is not, or no longer, sold by itself. */
@ProblemType(value = "work-not-sold", status = 409, title = "This work is not for sale")
public final class WorkNotSold extends Problem {
    private static final long serialVersionUID = 1L;

    public WorkNotSold() {
        super("This work is not sold by itself. Look at its page for what opens it now.");
    }
}
