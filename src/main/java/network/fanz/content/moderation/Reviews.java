package network.fanz.content.moderation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.CanonicalText;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.content.moderation.policy.PolicyBook;
import network.fanz.content.moderation.review.Decisions;
import network.fanz.content.moderation.review.ReviewDesk;
import network.fanz.content.moderation.review.ReviewSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for a person, and what people decide. What is sealed never waits, and its item says what one says that was taken back. */
@Component
public class Reviews {
    /** Up to how many are counted. */
    public static final int COUNTED_MAX = 1000;

    private final ReviewDesk desk;
    private final ReviewSubjects subjects;
    private final Decisions decisions;
    private final PolicyBook policies;

    Reviews(ReviewDesk desk, ReviewSubjects subjects, Decisions decisions, PolicyBook policies) {
        this.desk = desk;
        this.subjects = subjects;
        this.decisions = decisions;
        this.policies = policies;
    }

    /**
     * What waits, in the order in which it should be looked at: by severity, then by reach, then by age.
     *
     * @param severity null for any
     */
    public Page<ReviewItem> waiting(@Nullable ReviewSeverity severity, @Nullable String after, int limit) {
        return Page.cut(
                desk.waiting(severity, mark(after), limit + 1),
                limit,
                item -> item.id().toString());
    }

    /** How many wait, each severity counted up to {@link #COUNTED_MAX}. */
    public Map<ReviewSeverity, Integer> counts() {
        return desk.counts(COUNTED_MAX);
    }

    /** How much waits, and how much of it since before then. */
    public ReviewBacklog backlog(Instant before) {
        return desk.backlog(before);
    }

    /** @throws network.fanz.common.NotFound if it was never put before anybody */
    public ReviewItem item(UUID id) {
        return desk.item(id);
    }

    /** Whether somebody else has it in hand now. */
    public boolean isTaken(ReviewItem item, AccountId reader) {
        return desk.isTaken(item, reader);
    }

    /** Whether the reader has it in hand, as long as nobody else has taken it. */
    public boolean isInHandOf(ReviewItem item, AccountId reader) {
        return desk.isInHandOf(item, reader);
    }

    /** Takes in hand what should be looked at next; whatever else they had in hand is free again. Empty if nothing waits for them. */
    public Optional<ReviewItem> takeNext(AccountId by) {
        return desk.takeNext(by);
    }

    /**
     * Takes it in hand, or keeps it for longer; whatever else they had in hand is free again.
     *
     * @throws ReviewItemTaken if somebody else has it
     * @throws ReviewMovedOn if it waits no more
     * @throws network.fanz.common.Forbidden if it is their own work
     */
    public ReviewItem take(UUID id, AccountId by) {
        return desk.take(id, by);
    }

    /** Puts back what somebody has in hand. */
    public void putBack(AccountId by) {
        desk.putBack(by);
    }

    /**
     * Decides about exactly the bytes and words that whoever decides has looked at. It takes effect after {@code fanz.moderation.undo-for};
     * what is published is taken down at once. With the same key it is the same decision. Emits {@code content_ready} or
     * {@code content_blocked} when it takes effect.
     *
     * @throws ReviewMovedOn if it waits no more
     * @throws ReviewClaimNeeded if they do not have it in hand
     * @throws ReleaseDiffers if it is not what they looked at any more
     * @throws network.fanz.common.Forbidden if it is their own work
     */
    public ReviewDecision decide(UUID id, NewDecision decision, AccountId by, String key) {
        return decisions.decide(Ids.derived("moderation.decision", id + " " + by + " " + key), id, decision, by);
    }

    /**
     * Undoes a decision that has not taken effect. Undone again it stays so.
     *
     * @throws UndoTooLate if it has taken effect
     * @throws network.fanz.common.Forbidden if it is another's
     */
    public ReviewDecision undo(UUID decision, AccountId by) {
        return decisions.undo(decision, by);
    }

    /** @throws network.fanz.common.NotFound if there is none */
    public ReviewDecision decision(UUID id) {
        return decisions.find(id);
    }

    /** What was decided about a release, the latest first, twenty at the most. */
    public List<ReviewDecision> decisions(UUID item) {
        return decisions.of(item);
    }

    /** What creators are told of works that were rejected or taken down, in the reader's language, by work. */
    public Map<UUID, String> wordsToCreators(Collection<UUID> works) {
        ModerationPolicy policy = policies.live().policy();
        Map<UUID, String> words = new HashMap<>();
        decisions
                .clauses(works)
                .forEach((work, code) -> policy.clause(code)
                        .ifPresent(clause -> words.put(work, PolicyClause.said(clause.toCreator()))));
        return words;
    }

    /**
     * What there is to be looked at.
     *
     * @throws ReviewClaimNeeded if the reader does not have it in hand
     * @throws ReviewMovedOn if it waits no more
     */
    public ReviewSubject subject(UUID id, AccountId reader) {
        return subjects.of(id, reader);
    }

    /** How many items somebody has taken in hand today, and from how many on they are told to have a break. */
    public ReviewerDay day(AccountId reader) {
        return desk.day(reader);
    }

    /** What is not allowed, in words, as it is in force. */
    public ModerationPolicy policy() {
        return policies.live().policy();
    }

    private static @Nullable UUID mark(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : CanonicalText.uuid(after);
        } catch (IllegalArgumentException other) {
            throw new InvalidField("after", "Send what the page before gave as next.");
        }
    }
}
