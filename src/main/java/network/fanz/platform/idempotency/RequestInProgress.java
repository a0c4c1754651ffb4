package network.fanz.platform.idempotency;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The request that came first with this key has no answer yet. */
@ProblemType(value = "still-running", status = 409, title = "The first request is still running")
public final class RequestInProgress extends Problem {
    private static final long serialVersionUID = 1L;

    RequestInProgress() {
        super("The request with this key is still running. Send it again in a moment to get its answer.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 1L;
    }
}
