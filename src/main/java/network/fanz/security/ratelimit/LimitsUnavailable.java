package network.fanz.security.ratelimit;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The store of limits does not answer. A request that moves money or lets people in is not let through uncounted. */
@ProblemType(value = "limits-unavailable", status = 503, title = "Not available right now")
public final class LimitsUnavailable extends Problem {
    private static final long serialVersionUID = 1L;

    public LimitsUnavailable() {
        super("Signing in and paying are not available right now. Nothing was changed. Try again in a moment.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 2L;
    }
}
