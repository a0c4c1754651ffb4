package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** This node already verifies the ledger for another caller. One verification is enough load for a node's database connections. */
@ProblemType(value = "verification-under-way", status = 429, title = "The books are being verified already")
public final class VerificationUnderWay extends Problem {
    private static final long serialVersionUID = 1L;

    VerificationUnderWay() {
        super("Ask again when that verification has ended.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 10L;
    }
}
