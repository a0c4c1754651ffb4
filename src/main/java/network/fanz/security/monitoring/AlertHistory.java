package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.List;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The changes of an alert's state, and the playbook steps that were taken.
 *
 * @param changes the newest, with whatever else people did about it
 * @param steps taken by the program, the newest
 * @param done which steps for a person are done, each named by its words
 */
public record AlertHistory(List<AlertHistoryEntry> changes, List<PlaybookStep> steps, List<AlertHistoryEntry> done) {
    /** Who has done a step for a person, and when; null if nobody has. */
    public @Nullable AlertHistoryEntry done(String step) {
        return done.stream()
                .filter(entry -> entry.note().equals(step))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param by the account that made the change; null for the program itself
     * @param what RAISED, ESCALATED, BLOCK_LIFTED, STEP_DONE, STEP_NOT_DONE or the new state
     */
    public record AlertHistoryEntry(Instant at, @Nullable AccountId by, String what, String note) {}

    /** A playbook step that the program has taken. */
    public record PlaybookStep(String step, Instant at, String result) {}
}
