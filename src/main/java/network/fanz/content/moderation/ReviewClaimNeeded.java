package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Whoever decides has it in hand. */
@ProblemType(value = "review-claim-needed", status = 409, title = "Take this in hand first")
public final class ReviewClaimNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    public ReviewClaimNeeded() {
        super("You do not have this in hand any more. Take it, look at it again, and decide then.");
    }
}
