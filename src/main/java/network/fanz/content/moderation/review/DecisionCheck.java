package network.fanz.content.moderation.review;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.InvalidField;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.NewDecision;
import network.fanz.content.moderation.ReleaseDiffers;
import network.fanz.content.moderation.ReviewClaimNeeded;
import network.fanz.content.moderation.ReviewItem;
import network.fanz.content.moderation.ReviewMovedOn;
import network.fanz.content.moderation.ReviewState;
import network.fanz.content.moderation.policy.PolicyBook;
import org.springframework.stereotype.Component;

/** Whether somebody may decide so, now, about this. */
@Component
class DecisionCheck {
    private static final Set<ReleaseState> DECIDABLE =
            EnumSet.of(ReleaseState.REVIEW, ReleaseState.HELD, ReleaseState.PUBLISHED);

    private final Releases releases;
    private final ReviewDigests digests;
    private final PolicyBook policies;

    DecisionCheck(Releases releases, ReviewDigests digests, PolicyBook policies) {
        this.releases = releases;
        this.digests = digests;
        this.policies = policies;
    }

    /** Where the release stands that is decided about. */
    ReleaseState stateOf(ReviewItem item, NewDecision wanted, AccountId by) {
        if (item.creator().equals(by)) {
            throw new Forbidden("Nobody decides about their own work: another moderator does.");
        }
        if (item.state() != ReviewState.WAITING || !isDecidable(item.id())) {
            throw new ReviewMovedOn();
        }
        if (item.claim() == null || !item.claim().by().equals(by)) {
            throw new ReviewClaimNeeded();
        }
        if (!digests.of(item).equals(wanted.digest())) {
            throw new ReleaseDiffers();
        }
        if (wanted.clause() != null
                && policies.live().policy().clause(wanted.clause()).isEmpty()) {
            throw new InvalidField("clause", "Choose one from the list.");
        }
        if (item.holds()
                && wanted.kind() == DecisionKind.APPROVE
                && wanted.note().isEmpty()) {
            throw new InvalidField("note", "The policy holds it. Say in a few words why it may come all the same.");
        }
        return releases.state(item.id());
    }

    /** Whether something can still be decided about it: it was neither refused, sealed nor taken back. */
    boolean isDecidable(UUID release) {
        return DECIDABLE.contains(releases.state(release));
    }
}
