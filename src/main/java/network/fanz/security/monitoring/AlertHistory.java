package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.List;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/** What happened to an alert, and what was done about it. */
public record AlertHistory(List<Change> changes, List<Step> steps) {
    /**
     * @param by who did it; null for the program itself
     * @param what RAISED, ESCALATED or the state that it got
     */
    public record Change(Instant at, @Nullable AccountId by, String what, String note) {}

    /** A step of the playbook that the program has taken; each is taken once. */
    public record Step(String step, Instant at, String result) {}
}
