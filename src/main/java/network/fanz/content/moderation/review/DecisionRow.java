package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.ReviewDecision;
import network.fanz.content.moderation.ReviewReason;
import network.fanz.content.moderation.ReviewSeverity;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is kept.
 *
 * @param reason why the item waited
 * @param releaseState where the release stood
 * @param note sealed under the work's key; null for none
 * @param severity of the item before it
 */
record DecisionRow(
        UUID id,
        UUID release,
        UUID work,
        AccountId creator,
        DecisionKind kind,
        ReviewReason reason,
        ReleaseState releaseState,
        String digest,
        @Nullable String clause,
        byte @Nullable [] note,
        ReviewSeverity severity,
        int policy,
        AccountId by,
        Instant at,
        Instant effectiveFrom,
        @Nullable Instant effectedAt,
        @Nullable Instant undoneAt) {
    ReviewDecision shown(String words) {
        return new ReviewDecision(
                id, release, work, kind, digest, clause, words, policy, by, at, effectiveFrom, effectedAt, undoneAt);
    }
}
