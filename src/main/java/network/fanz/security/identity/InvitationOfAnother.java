package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** An invitation is for one address, and the account that would accept it has another. */
@ProblemType(value = "invitation-of-another", status = 403, title = "This invitation is for somebody else")
public final class InvitationOfAnother extends Problem {
    private static final long serialVersionUID = 1L;

    public InvitationOfAnother() {
        super(
                "This invitation is not for the address of your account. Sign in with the account that has the invited address.");
    }
}
