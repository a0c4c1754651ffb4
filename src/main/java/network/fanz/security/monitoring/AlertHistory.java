package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.List;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/** The changes of an alert's state, and the playbook steps that were taken. */
public record AlertHistory(List<AlertHistoryEntry> changes, List<PlaybookStep> steps) {
    /**
     * @param by the account that made the change; null for the program itself
     * @param what RAISED, ESCALATED or the new state
     */
    public record AlertHistoryEntry(Instant at, @Nullable AccountId by, String what, String note) {}

    /** A playbook step that the program has taken. */
    public record PlaybookStep(String step, Instant at, String result) {}
}
