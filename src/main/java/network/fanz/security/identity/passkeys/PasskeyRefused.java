package network.fanz.security.identity.passkeys;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** What a passkey answered does not stand up: forged, late, repeated, for another place, or of nobody known. */
@ProblemType(value = "passkey-refused", status = 422, title = "The passkey was not accepted")
public final class PasskeyRefused extends Problem {
    private static final long serialVersionUID = 1L;

    PasskeyRefused() {
        super("The passkey was not accepted. Try again, or use another way.");
    }
}
