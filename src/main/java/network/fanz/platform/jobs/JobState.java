package network.fanz.platform.jobs;

import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
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
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("words.jobs", Locale.ROOT);

    /** What it does, in words; work without words of its own is shown by its name. */
    public String label() {
        return hasWords(name) ? WORDS.getString(name) : name;
    }

    static boolean hasWords(String name) {
        return WORDS.containsKey(name);
    }
}
