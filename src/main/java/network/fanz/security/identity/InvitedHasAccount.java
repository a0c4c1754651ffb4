package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** An invitation is to be used for a new account, and its address has an account: that one accepts the role. */
@ProblemType(value = "invited-has-account", status = 409, title = "This address has an account")
public final class InvitedHasAccount extends Problem {
    private static final long serialVersionUID = 1L;

    /** @param confirmed whether an account has confirmed the address, so that it is certainly the invited person's */
    public InvitedHasAccount(boolean confirmed) {
        super(
                confirmed
                        ? "The invited address has an account. Sign in with it, open the invitation's link again and accept the role there."
                        : "The invited address has an account that has not confirmed it. If it is yours, sign in with it and accept the "
                                + "role there. If it is not, say that you make a new account all the same.");
    }
}
