package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The password is wrong for the address, or there is no such account, or it is not open: the answer is always the same. */
@ProblemType(value = "sign-in-failed", status = 401, title = "Not signed in")
public final class SignInFailed extends Problem {
    private static final long serialVersionUID = 1L;

    public SignInFailed() {
        super("The email address or the password is not right.");
    }
}
