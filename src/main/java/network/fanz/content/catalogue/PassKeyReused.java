package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The key has made a pass of another price. */
@ProblemType(value = "pass-differs", status = 422, title = "This key was used for another pass")
public final class PassKeyReused extends Problem {
    private static final long serialVersionUID = 1L;

    PassKeyReused() {
        super("Send a new Idempotency-Key for another price.");
    }
}
