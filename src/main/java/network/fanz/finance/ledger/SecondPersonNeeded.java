package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Whoever proposes a posting by hand cannot approve it, nor can who has ever let the proposer in or was let in by them. */
@ProblemType(value = "second-person-needed", status = 403, title = "Somebody else must approve this")
public final class SecondPersonNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    SecondPersonNeeded(String why) {
        super(why);
    }
}
