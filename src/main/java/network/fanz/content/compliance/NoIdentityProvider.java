package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** Nobody is there who could check an identity. */
@ProblemType(value = "no-identity-provider", status = 503, title = "There is no provider of identity checks")
public final class NoIdentityProvider extends Problem {
    private static final long serialVersionUID = 1L;

    public NoIdentityProvider() {
        super("This program has no provider of identity checks, so nobody can begin one.");
    }
}
