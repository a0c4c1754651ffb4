package network.fanz.security.ratelimit.intake;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** All together have so much under way that there is no share left for one more. */
@ProblemType(value = "overloaded", status = 503, title = "Too busy right now")
final class Overloaded extends Problem {
    private static final long serialVersionUID = 1L;

    Overloaded() {
        super("The program has too many requests under way. Nothing was done. Try again in a moment.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 2L;
    }
}
