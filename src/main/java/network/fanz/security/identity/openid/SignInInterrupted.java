package network.fanz.security.identity.openid;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A sign-in between a brand and the sign-in host failed: the answer was late, came twice, or belongs to another browser. */
@ProblemType(value = "sign-in-interrupted", status = 400, title = "Signing in was interrupted")
public final class SignInInterrupted extends Problem {
    private static final long serialVersionUID = 1L;

    SignInInterrupted() {
        super("Signing in took too long or was done twice. Go back to the first page and sign in again.");
    }
}
