package network.fanz.content.moderation;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Two people put a version into force. */
@ProblemType(value = "second-moderator-needed", status = 409, title = "Somebody else must do this")
public final class SecondModeratorNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    public SecondModeratorNeeded() {
        super("Somebody else puts it into force: not who has made it, nor anybody who has let the other in.");
    }
}
