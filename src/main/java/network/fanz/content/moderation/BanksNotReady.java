package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** This node has not read the banks yet. */
@ProblemType(value = "banks-not-ready", status = 503, title = "The banks are being read")
public final class BanksNotReady extends Problem {
    private static final long serialVersionUID = 1L;

    BanksNotReady() {
        super("The banks of hashes are being read at this moment. Try again in a few seconds.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 5L;
    }
}
