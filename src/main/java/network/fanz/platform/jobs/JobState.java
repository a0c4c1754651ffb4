package network.fanz.platform.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job is doing.
 *
 * @param nextAt when it is due next; while it runs, when it was due
 * @param running whether a node has it now
 * @param startedAt when the last run started; null before the first
 * @param endedAt when the last ended run ended
 * @param outcome of the last ended run: done, failed or stopped
 * @param error of the last ended run, if it failed: classes and lines, no data
 * @param runs how many runs have ended
 * @param failuresInARow how many of the last runs failed
 */
public record JobState(
        String name,
        Instant nextAt,
        boolean running,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String error,
        long runs,
        int failuresInARow) {
    /** The name as people read it: its module, and what it does. */
    public String label() {
        return name.replaceFirst("\\.", ": ").replace('_', ' ').replace('-', ' ');
    }
}
