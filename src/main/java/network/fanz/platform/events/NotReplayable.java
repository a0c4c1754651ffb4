package network.fanz.platform.events;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The subscription builds no read model: it has effects that cannot be undone and done again. */
@ProblemType(value = "not-replayable", status = 409, title = "This subscription cannot be replayed")
public final class NotReplayable extends Problem {
    private static final long serialVersionUID = 1L;

    NotReplayable(String subscription) {
        super(Sentence.of("{0} does not build a read model, so it cannot be built again from the log.", subscription));
    }
}
