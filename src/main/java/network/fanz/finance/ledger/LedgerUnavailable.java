package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/**
 * It is unknown whether the posting was recorded. If the caller sends it again with the same id, it is recorded once and gets its outcome.
 */
@ProblemType(value = "ledger-unavailable", status = 503, title = "The ledger cannot answer")
public final class LedgerUnavailable extends Problem {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(Throwable cause) {
        super("The outcome is not known. Send the posting again, with the same id.");
        initCause(cause);
    }

    @Override
    public Long retryAfterSeconds() {
        return 5L;
    }
}
