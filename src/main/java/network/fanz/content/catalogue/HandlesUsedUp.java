package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** An account has had as many handles as one may have. */
@ProblemType(value = "handles-used-up", status = 409, title = "No more short addresses")
public final class HandlesUsedUp extends Problem {
    private static final long serialVersionUID = 1L;

    public HandlesUsedUp(int most) {
        super(
                "handle",
                Sentence.of(
                        "You have had {0} short addresses, which is as many as one account may have. Each of them leads to you.",
                        most));
    }
}
