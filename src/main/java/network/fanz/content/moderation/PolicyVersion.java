package network.fanz.content.moderation;

import java.time.Instant;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy, which never changes.
 *
 * @param document as it was sent, JSON
 * @param madeBy null for the first, which the program brings along
 * @param test what it would have said of what was decided; null if it was not tried
 * @param liveBy who has put it into force; null if nobody has
 */
public record PolicyVersion(
        int number,
        PolicyState state,
        String document,
        @Nullable AccountId madeBy,
        @Nullable Instant madeAt,
        @Nullable PolicyTest test,
        @Nullable AccountId liveBy,
        @Nullable Instant liveSince) {
    /** Where a version stands. */
    public enum PolicyState {
        /** Nobody has put it into force. */
        DRAFT,
        /** In force. */
        LIVE,
        /** Another has taken its place. */
        PAST
    }
}
