package network.fanz.content.introductions;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Something of a creator is to be shown whose account is not active. */
@ProblemType(value = "creator-not-active", status = 409, title = "This creator’s account is not active")
public final class CreatorNotActive extends Problem {
    private static final long serialVersionUID = 1L;

    CreatorNotActive() {
        super("This account is suspended or closed, or no creator’s any more: nothing of it is shown.");
    }
}
