package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Nothing is to be decided any more. */
@ProblemType(value = "review-moved-on", status = 409, title = "This does not wait any more")
public final class ReviewMovedOn extends Problem {
    private static final long serialVersionUID = 1L;

    public ReviewMovedOn() {
        super("This does not wait for a decision any more: it was decided, changed or taken back.");
    }
}
