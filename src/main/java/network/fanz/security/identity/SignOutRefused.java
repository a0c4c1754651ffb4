package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A client requested a sign-out that it may not request. The user stays signed in, and the browser is not redirected. */
@ProblemType(value = "sign-out-refused", status = 400, title = "This sign-out request is not valid")
public final class SignOutRefused extends Problem {
    private static final long serialVersionUID = 1L;

    SignOutRefused(String field, String detail) {
        super(field, detail);
    }
}
