package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The buyer has the work already. */
@ProblemType(value = "work-owned", status = 409, title = "You have this work")
public final class WorkOwned extends Problem {
    private static final long serialVersionUID = 1L;

    public WorkOwned() {
        super("You have bought this work already. It stands in your library, and nothing was taken now.");
    }
}
