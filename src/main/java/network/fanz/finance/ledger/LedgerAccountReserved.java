package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** An account that the program opens and closes itself. */
@ProblemType(value = "ledger-account-reserved", status = 409, title = "The program keeps such accounts itself")
public final class LedgerAccountReserved extends Problem {
    private static final long serialVersionUID = 1L;

    public LedgerAccountReserved() {
        super("code", "By hand only accounts of the codes BANK and ADJUSTMENTS are opened and closed.");
    }
}
