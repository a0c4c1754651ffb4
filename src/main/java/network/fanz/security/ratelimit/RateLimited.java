package network.fanz.security.ratelimit;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A limit is used up for now. */
@ProblemType(value = "rate-limited", status = 429, title = "Too many requests")
public final class RateLimited extends Problem {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    public RateLimited(LimitDecision decision) {
        super(words(decision.limit().publicName(), decision.resetSeconds()));
        this.seconds = decision.resetSeconds();
    }

    private static Sentence words(String limit, long seconds) {
        return seconds < 120
                ? Sentence.of("The limit \"{0}\" is used up. Try again in {1} s.", limit, seconds)
                : Sentence.of(
                        "The limit \"{0}\" is used up. Try again in {1} minutes.", limit, Math.ceilDiv(seconds, 60));
    }

    @Override
    public Long retryAfterSeconds() {
        return seconds;
    }
}
