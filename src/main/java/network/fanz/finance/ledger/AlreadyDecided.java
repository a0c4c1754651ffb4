package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A posting by hand that no longer waits for a decision. */
@ProblemType(value = "already-decided", status = 409, title = "This is decided already")
public final class AlreadyDecided extends Problem {
    private static final long serialVersionUID = 1L;

    public AlreadyDecided(HandPostingState state) {
        super("This posting no longer waits for a decision: it is " + state.code() + ".");
    }
}
