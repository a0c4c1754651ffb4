package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The key has invited somebody else, or to another role, or its invitation was accepted or has ended. */
@ProblemType(value = "invitation-differs", status = 422, title = "This key was used for another invitation")
public final class InvitationKeyReused extends Problem {
    private static final long serialVersionUID = 1L;

    public InvitationKeyReused() {
        super(
                "This invitation was sent before, and is not the same any more. Open the page again to invite anew; a program sends a new Idempotency-Key.");
    }
}
