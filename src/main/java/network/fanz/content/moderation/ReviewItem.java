package network.fanz.content.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A release that was put before a person.
 *
 * @param id the release's
 * @param reach how many people have paid its creator, a hundred at the most
 * @param reports how often it was reported
 * @param holds whether the policy asks for a reason in words before it is approved
 * @param rules of the policy that have spoken, by their names
 * @param policy the version that was asked
 * @param waitsSince since when it has waited; it stays when that is over
 * @param claim null if nobody has it in hand
 * @param escalatedBy who has handed it to somebody else; null for nobody
 */
public record ReviewItem(
        UUID id,
        UUID work,
        AccountId creator,
        ReviewReason reason,
        ReviewState state,
        ReviewSeverity severity,
        int reach,
        int reports,
        boolean holds,
        List<String> rules,
        int policy,
        Instant waitsSince,
        @Nullable ReviewClaim claim,
        @Nullable AccountId escalatedBy) {
    public ReviewItem {
        rules = List.copyOf(rules);
    }
}
