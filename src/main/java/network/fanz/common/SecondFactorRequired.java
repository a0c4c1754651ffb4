package network.fanz.common;

/** The account is signed in with a password alone, and its role acts only after a second factor. */
@ProblemType(value = "second-factor-needed", status = 403, title = "A second factor is needed")
public final class SecondFactorRequired extends Problem {
    private static final long serialVersionUID = 1L;

    public SecondFactorRequired() {
        super("Confirm with a passkey or a code from your authenticator app first.");
    }
}
