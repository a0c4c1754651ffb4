package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** More postings wait than the queue holds. Nothing was recorded; the same id may be sent again. */
@ProblemType(value = "ledger-busy", status = 429, title = "The ledger is busy")
public final class LedgerBusy extends Problem {
    private static final long serialVersionUID = 1L;

    public LedgerBusy() {
        super("Too many postings wait. Send this one again, with the same id.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 1L;
    }
}
