package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The queue of postings is full. Nothing was recorded; the caller may send the same id again. */
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
