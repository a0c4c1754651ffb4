package network.fanz.security.monitoring;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Who has reported something does not decide what is done about it. */
@ProblemType(value = "own-report", status = 403, title = "Somebody else must confirm this")
public final class OwnReport extends Problem {
    private static final long serialVersionUID = 1L;

    public OwnReport() {
        super("You have reported what this alert is about, so another administrator must confirm it.");
    }
}
