package network.fanz.common;

/** The caller is not signed in, or the session has ended. */
@ProblemType(value = "sign-in-needed", status = 401, title = "Sign in first")
public final class SignInRequired extends Problem {
    private static final long serialVersionUID = 1L;

    public SignInRequired() {
        super("This needs a signed-in account.");
    }
}
