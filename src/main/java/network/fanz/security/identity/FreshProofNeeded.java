package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The change is sensitive, and the session's last proof is too old. */
@ProblemType(value = "fresh-proof-needed", status = 403, title = "Confirm that it is you")
public final class FreshProofNeeded extends Problem {
    private static final long serialVersionUID = 1L;

    FreshProofNeeded() {
        super("Sign in again before you change this.");
    }
}
