package network.fanz.content.intelligence;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** More pictures arrive at this moment than can be hashed. */
@ProblemType(value = "hasher-busy", status = 503, title = "Too many pictures at once")
public final class HasherBusy extends Problem {
    private static final long serialVersionUID = 1L;

    HasherBusy() {
        super("Too many pictures are being hashed at this moment. Try again in a few seconds.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 5L;
    }
}
