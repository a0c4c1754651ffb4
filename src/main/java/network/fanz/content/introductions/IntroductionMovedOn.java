package network.fanz.content.introductions;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Somebody decides about an introduction that does not wait any more. */
@ProblemType(value = "introduction-moved-on", status = 409, title = "What you looked at no longer waits")
public final class IntroductionMovedOn extends Problem {
    private static final long serialVersionUID = 1L;

    IntroductionMovedOn() {
        super(
                "What you looked at no longer waits: its creator has changed or withdrawn it, or somebody else has decided. Nothing was changed by you.");
    }
}
