package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Another moderator has it in hand. */
@ProblemType(value = "review-item-taken", status = 409, title = "Somebody else has this in hand")
public final class ReviewItemTaken extends Problem {
    private static final long serialVersionUID = 1L;

    public ReviewItemTaken() {
        super(
                "Somebody else has this in hand. It is free again when they decide, put it back, or leave it alone for a while.");
    }
}
