package network.fanz.security.monitoring;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The node already holds the maximum of live streams. */
@ProblemType(value = "too-many-streams", status = 503, title = "Too many live streams")
public final class TooManyStreams extends Problem {
    private static final long serialVersionUID = 1L;

    public TooManyStreams() {
        super("Too many live pages are open at this server. Load the page again instead. It shows the same rows.");
    }

    @Override
    public Long retryAfterSeconds() {
        return 10L;
    }
}
