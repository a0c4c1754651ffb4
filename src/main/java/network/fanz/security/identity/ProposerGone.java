package network.fanz.security.identity;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** What waits for a second person lapses when whoever proposed it is suspended, closed, or has lost the role that it needed. */
@ProblemType(value = "proposer-gone", status = 409, title = "Whoever proposed this may not do so any more")
public final class ProposerGone extends Problem {
    private static final long serialVersionUID = 1L;

    public ProposerGone() {
        super("Whoever proposed this is suspended, closed, or no longer has the role that it needs, so it has lapsed. "
                + "Whoever still wants it can propose it anew.");
    }
}
