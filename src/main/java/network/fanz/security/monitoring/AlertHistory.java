package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.List;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/** What happened to an alert, and what was done about it. */
public record AlertHistory(List<AlertHistoryEntry> changes, List<PlaybookStep> steps) {
    /**
     * @param by who did it; null for the program itself
     * @param what RAISED, ESCALATED or the state that it got
     */
    public record AlertHistoryEntry(Instant at, @Nullable AccountId by, String what, String note) {}

    /** A step of the playbook that the program has taken; each is taken once. */
    public record PlaybookStep(String step, Instant at, String result) {}
}
