package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The decision is about other bytes or words than those that there are now. */
@ProblemType(value = "release-differs", status = 409, title = "It has changed")
public final class ReleaseDiffers extends Problem {
    private static final long serialVersionUID = 1L;

    public ReleaseDiffers() {
        super("It is not what you looked at any more. Look at it as it is now, and decide then.");
    }
}
