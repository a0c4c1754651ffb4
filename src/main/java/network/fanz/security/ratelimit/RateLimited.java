package network.fanz.security.ratelimit;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A limit is used up for now. */
@ProblemType(value = "rate-limited", status = 429, title = "Too many requests")
public final class RateLimited extends Problem {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    public RateLimited(LimitDecision decision) {
        super("The limit \"" + decision.limit().publicName() + "\" is used up. " + words(decision.resetSeconds()));
        this.seconds = decision.resetSeconds();
    }

    private static String words(long seconds) {
        return seconds < 120
                ? "Try again in " + seconds + " s."
                : "Try again in " + Math.ceilDiv(seconds, 60) + " minutes.";
    }

    @Override
    public Long retryAfterSeconds() {
        return seconds;
    }
}
