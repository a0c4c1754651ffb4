package network.fanz.security.identity.passwords;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** More sign-ins arrive at this moment than passwords can be hashed. */
@ProblemType(value = "busy", status = 503, title = "Too many at once")
public final class PasswordHashingBusy extends Problem {
    private static final long serialVersionUID = 1L;

    PasswordHashingBusy() {
        super("Too many people are signing in at this moment. Try again in a few seconds.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 5L;
    }
}
