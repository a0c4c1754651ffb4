package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A code of the second factor is wrong, or has been used before. */
@ProblemType(value = "wrong-code", status = 422, title = "The code is not right")
public final class WrongCode extends Problem {
    private static final long serialVersionUID = 1L;

    public WrongCode() {
        super("code", "This code is wrong or was used before. Use another code.");
    }
}
