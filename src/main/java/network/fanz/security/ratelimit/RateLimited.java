package network.fanz.security.ratelimit;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A limit is used up for now. */
@ProblemType(value = "rate-limited", status = 429, title = "Too many requests")
public final class RateLimited extends Problem {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    public RateLimited(LimitDecision decision) {
        super("The limit \"" + decision.limit().publicName() + "\" is used up. Try again in " + decision.resetSeconds()
                + " s.");
        this.seconds = decision.resetSeconds();
    }

    @Override
    public Long retryAfterSeconds() {
        return seconds;
    }
}
