package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A posting by hand that no longer waits for a decision. */
@ProblemType(value = "already-decided", status = 409, title = "This is decided already")
public final class AlreadyDecided extends Problem {
    private static final long serialVersionUID = 1L;

    public AlreadyDecided(HandPostingState state) {
        super(Sentence.of("This posting no longer waits for a decision: it is {0}.", Sentence.of(state.code())));
    }
}
