package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** An invitation has had as many letters as one may. */
@ProblemType(value = "invitation-letters-used-up", status = 409, title = "This invitation was sent often enough")
public final class InvitationLettersUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    public InvitationLettersUsedUp(int letters) {
        super(Sentence.of(
                "{0} letters of this invitation were sent. See whether the address is right; if it is, withdraw this one and invite anew.",
                letters));
    }
}
