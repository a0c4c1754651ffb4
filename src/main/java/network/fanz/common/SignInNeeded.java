package network.fanz.common;

/** Nobody is signed in, or the session has ended. */
@ProblemType(value = "sign-in-needed", status = 401, title = "Sign in first")
public final class SignInNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    public SignInNeeded() {
        super("This needs a signed-in account.");
    }
}
