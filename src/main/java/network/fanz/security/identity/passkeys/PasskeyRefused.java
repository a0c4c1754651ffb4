package network.fanz.security.identity.passkeys;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A passkey's response is not valid: forged, late, repeated, for another site, or of an unknown account. */
@ProblemType(value = "passkey-refused", status = 422, title = "The passkey was not accepted")
public final class PasskeyRefused extends Problem {
    private static final long serialVersionUID = 1L;

    PasskeyRefused() {
        super("This passkey opens no account here, or its answer came too late. Try again, or use another way.");
    }
}
