package network.fanz.security.ratelimit.intake;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The body of a request did not come, or came so slowly that it held a place which others need. */
@ProblemType(value = "slow-sender", status = 408, title = "The request came too slowly")
final class SlowSender extends Problem {
    private static final long serialVersionUID = 1L;

    SlowSender() {
        super(
                "The request's body came too slowly, and was not waited for. Nothing was done. Try again on a better connection.");
    }
}
