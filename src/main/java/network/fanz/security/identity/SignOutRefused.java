package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A client asked to sign somebody out in a way that it may not, so nobody is signed out and the browser goes nowhere. */
@ProblemType(value = "sign-out-refused", status = 400, title = "This sign-out was not asked for properly")
public final class SignOutRefused extends Problem {
    private static final long serialVersionUID = 1L;

    SignOutRefused(String field, String detail) {
        super(field, detail);
    }
}
