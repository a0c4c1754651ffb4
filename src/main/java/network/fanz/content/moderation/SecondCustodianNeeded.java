package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Two people switch a bank for child safety off. */
@ProblemType(value = "second-custodian-needed", status = 409, title = "Somebody else must do this")
public final class SecondCustodianNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    SecondCustodianNeeded() {
        super("Somebody else switches it off: not who has asked for it, nor anybody who has let the other in.");
    }
}
