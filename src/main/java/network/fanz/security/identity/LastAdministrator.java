package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** No account could manage the installation afterwards. */
@ProblemType(value = "last-administrator", status = 409, title = "The last administrator stays")
public final class LastAdministrator extends Problem {
    private static final long serialVersionUID = 1L;

    public LastAdministrator() {
        super("This is the last administrator. Make somebody else an administrator first.");
    }
}
