package network.fanz.content.moderation;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a person has decided.
 *
 * @param item the release's id
 * @param digest of the bytes and words that they looked at
 * @param clause of the policy; only of a rejection
 * @param note for colleagues; empty if there is none or its key was destroyed
 * @param policy the version that was in force
 * @param effectiveFrom when it takes effect; until then it can be undone
 * @param effectedAt when it took effect; null before
 * @param undoneAt null if it stands
 */
public record ReviewDecision(
        UUID id,
        UUID item,
        UUID work,
        DecisionKind kind,
        String digest,
        @Nullable String clause,
        String note,
        int policy,
        AccountId by,
        Instant at,
        Instant effectiveFrom,
        @Nullable Instant effectedAt,
        @Nullable Instant undoneAt) {
    /** Whether it can still be undone. */
    public boolean isUndoable() {
        return effectedAt == null && undoneAt == null;
    }

    @Override
    public String toString() {
        return "ReviewDecision[" + id + ", " + kind + "]";
    }
}
