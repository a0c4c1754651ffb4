package network.fanz.content.introductions;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A creator introduces themselves who has no short address yet. */
@ProblemType(value = "handle-needed", status = 409, title = "A short address comes first")
public final class HandleNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    HandleNeeded() {
        super("Take a short address first; it stands beside the price of your pass.");
    }
}
