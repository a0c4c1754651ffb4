package network.fanz.content.compliance.spi;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A message claims to come from a provider of identity checks and does not prove it. */
@ProblemType(
        value = "identity-message-refused",
        status = 401,
        title = "The signature of the message about a check is not valid")
public final class IdentityMessageRefused extends Problem {
    private static final long serialVersionUID = 1L;

    public IdentityMessageRefused(String why) {
        super(why);
    }
}
