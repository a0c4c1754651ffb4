package network.fanz.security.ratelimit.intake;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** One address has as many requests or bytes under way as it may, or asks faster than it may. */
@ProblemType(value = "too-much-at-once", status = 429, title = "Too much at once")
final class TooMuchAtOnce extends Problem {
    private static final long serialVersionUID = 1L;

    TooMuchAtOnce() {
        super("Your network sends too many requests at once. Nothing was done. Wait a moment, then try again.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 1L;
    }
}
