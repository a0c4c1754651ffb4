package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.PolicyFacts;
import network.fanz.content.moderation.PolicyOutcome;
import network.fanz.content.moderation.ReviewReason;
import network.fanz.content.moderation.ReviewState;
import network.fanz.content.moderation.events.ContentFlagged;
import network.fanz.content.moderation.policy.PolicyBook;
import network.fanz.content.moderation.policy.PolicyBook.LivePolicy;
import network.fanz.content.moderation.policy.PolicyJson;
import network.fanz.platform.events.Events;
import org.springframework.stereotype.Component;

/** Puts releases before people, in the transaction of whoever asks. */
@Component
public class ReviewIntake {
    private final ReviewItemStore items;
    private final DecisionStore decisions;
    private final ReviewFacts facts;
    private final PolicyBook policies;
    private final Releases releases;
    private final Events events;
    private final ReviewTimes times;

    ReviewIntake(
            ReviewItemStore items,
            DecisionStore decisions,
            ReviewFacts facts,
            PolicyBook policies,
            Releases releases,
            Events events,
            ReviewTimes times) {
        this.items = items;
        this.decisions = decisions;
        this.facts = facts;
        this.policies = policies;
        this.releases = releases;
        this.events = events;
        this.times = times;
    }

    /** Does nothing if it waits already. Emits {@code content_flagged} otherwise. */
    void open(UUID release, ReviewReason reason) {
        Optional<ReleaseInHand> found = releases.find(release);
        if (found.isEmpty()) {
            return;
        }
        ReleaseInHand inHand = found.get();
        WaitingRow row = row(inHand, reason);
        if (items.open(row)) {
            events.append(new ContentFlagged(
                    inHand.id(),
                    inHand.work(),
                    inHand.creator(),
                    reason.name().toLowerCase(Locale.ROOT),
                    row.severity().name().toLowerCase(Locale.ROOT),
                    row.since()));
        }
    }

    private WaitingRow row(ReleaseInHand release, ReviewReason reason) {
        PolicyFacts asked = facts.of(release);
        LivePolicy live = policies.live();
        PolicyOutcome outcome = live.policy().ask(asked);
        return new WaitingRow(
                release.id(),
                release.work(),
                release.creator(),
                reason,
                facts.severity(release, outcome.severity()),
                facts.reach(release.creator()),
                outcome.holds(),
                outcome.names(),
                live.number(),
                PolicyJson.write(asked),
                times.now());
    }

    /** Somebody has reported it: it waits for a person, and sooner if the policy says so. */
    public void report(UUID release) {
        releases.find(release).ifPresent(found -> {
            WaitingRow row = row(found, ReviewReason.REPORTED);
            if (!items.raise(row)) {
                open(release, ReviewReason.REPORTED);
            }
            items.countReport(release);
        });
    }

    /**
     * Puts it before a person unless one has decided about exactly this.
     *
     * @param since what was decided up to then does not count
     */
    void openUndecided(UUID release, String digest, Instant since) {
        if (items.find(release)
                .filter(item -> item.state() == ReviewState.WAITING)
                .isPresent()) {
            return;
        }
        boolean decided = decisions.of(release, 1).stream()
                .anyMatch(row -> row.undoneAt() == null
                        && row.kind() != DecisionKind.ESCALATE
                        && !row.reason().isOfHeld()
                        && row.digest().equals(digest)
                        && row.at().isAfter(since));
        if (!decided) {
            open(release, ReviewReason.BEFORE_PUBLICATION);
        }
    }

    /** A bank has come to name it: what was decided before does not count any more. */
    public void openAnew(UUID release) {
        open(release, ReviewReason.BEFORE_PUBLICATION);
    }

    /** There is nothing to decide about it any more. */
    void close(UUID release) {
        items.close(release, ReviewState.GONE);
    }
}
