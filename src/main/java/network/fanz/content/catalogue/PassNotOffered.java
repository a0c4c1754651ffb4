package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The pass is not, or no longer, for sale. */
@ProblemType(value = "pass-not-offered", status = 409, title = "This pass is not for sale")
public final class PassNotOffered extends Problem {
    private static final long serialVersionUID = 1L;

    PassNotOffered() {
        super("pass", "This pass is no longer sold like that. Look at what the creator offers now.");
    }
}
