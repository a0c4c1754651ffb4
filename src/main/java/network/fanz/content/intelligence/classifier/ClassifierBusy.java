package network.fanz.content.intelligence.classifier;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** More pictures arrive at this moment than can be looked at. */
@ProblemType(value = "classifier-busy", status = 503, title = "Too many pictures to look at")
public final class ClassifierBusy extends Problem {
    private static final long serialVersionUID = 1L;

    ClassifierBusy() {
        super("Software looks at too many pictures at this moment. Try again in a few seconds.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 5L;
    }
}
