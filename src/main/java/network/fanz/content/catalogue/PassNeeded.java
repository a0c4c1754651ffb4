package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The work is for supporters, and the viewer holds no pass of its creator. */
@ProblemType(value = "pass-needed", status = 403, title = "This work is for supporters")
public final class PassNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    public PassNeeded() {
        super("A supporter pass of its creator opens this work.");
    }
}
