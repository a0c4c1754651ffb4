package network.fanz.insight.analytics;

import org.jspecify.annotations.Nullable;

/**
 * How much of the event log the figures hold.
 *
 * @param recounted while all is being counted anew, how many of a hundred places in the log that has reached; null at other times. The
 *     figures are then those as counted before, with what has happened since
 * @param behind how many places in the log are not yet counted in the figures that are shown
 * @param setAside how many events could not be counted and wait for somebody
 */
public record CountingProgress(@Nullable Integer recounted, long behind, long setAside) {
    /** Some hundred places are always under way while things happen. */
    private static final long BEHIND_USUAL = 5_000;

    public boolean isBehind() {
        return behind > BEHIND_USUAL;
    }
}
