package network.fanz.content.introductions;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** An introduction is to be shown that software could not look at. */
@ProblemType(value = "introduction-unread", status = 503, title = "It could not be checked")
public final class IntroductionUnread extends Problem {
    private static final long serialVersionUID = 1L;

    IntroductionUnread() {
        super("Software could not look at it, so it is not shown. Try again in a while.");
    }
}
