package network.fanz.platform.idempotency;

import java.time.Duration;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The request that came first with this key has no answer yet. */
@ProblemType(value = "still-running", status = 409, title = "The first request has no answer yet")
public final class RequestInProgress extends Problem {
    private static final long serialVersionUID = 1L;

    /** Nearly every request ends sooner. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final long retryAfterSeconds;

    /** It runs here. */
    RequestInProgress() {
        super("The request with this key is still running. Send it again in a moment to get its answer.");
        this.retryAfterSeconds = 1;
    }

    /**
     * Another run of the program has it, and nobody can say from here whether that still lives.
     *
     * @param lease how long it had the key at its beginning
     * @param left how long it still has it
     */
    RequestInProgress(Duration lease, Duration left) {
        super(Sentence.of(
                "The request with this key is still running, or was lost with the program that ran it. Send it again to get its answer; one that was lost is done anew from {0} seconds from now on.",
                seconds(left)));
        this.retryAfterSeconds = lease.minus(left).compareTo(USUAL) < 0 ? 1 : seconds(left);
    }

    @Override
    public Long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    private static long seconds(Duration left) {
        return Math.max(1, left.plusMillis(999).toSeconds());
    }
}
