package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The books are being read whole for somebody else: one such reading at a time is enough for a node's database connections. */
@ProblemType(value = "verification-under-way", status = 429, title = "The books are being verified already")
public final class VerificationUnderWay extends Problem {
    private static final long serialVersionUID = 1L;

    VerificationUnderWay() {
        super("Ask again when that has ended.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 10L;
    }
}
