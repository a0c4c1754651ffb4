package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.content.moderation.ModerationSettings;
import network.fanz.content.moderation.ReviewBacklog;
import network.fanz.content.moderation.ReviewItem;
import network.fanz.content.moderation.ReviewItemTaken;
import network.fanz.content.moderation.ReviewMovedOn;
import network.fanz.content.moderation.ReviewSeverity;
import network.fanz.content.moderation.ReviewState;
import network.fanz.content.moderation.ReviewerDay;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Hands out what waits: to one person at a time, and one thing a person. */
@Component
public class ReviewDesk {
    private final ReviewItemStore items;
    private final ExposureStore exposures;
    private final ReviewTimes times;
    private final ModerationSettings settings;
    private final Audit audit;
    private final TransactionOperations transaction;

    ReviewDesk(
            ReviewItemStore items,
            ExposureStore exposures,
            ReviewTimes times,
            ModerationSettings settings,
            Audit audit,
            TransactionOperations transaction) {
        this.items = items;
        this.exposures = exposures;
        this.times = times;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    public List<ReviewItem> waiting(@Nullable ReviewSeverity severity, @Nullable UUID after, int limit) {
        return items.waiting(severity, after, limit);
    }

    public Map<ReviewSeverity, Integer> counts(int most) {
        return items.counts(most);
    }

    public ReviewBacklog backlog(Instant before) {
        return items.backlog(before);
    }

    /** @throws NotFound if it was never put before anybody */
    public ReviewItem item(UUID release) {
        return items.find(release).orElseThrow(() -> new NotFound("item"));
    }

    /** Whether this person has it in hand, and nobody else can have taken it. */
    public boolean isInHandOf(ReviewItem item, AccountId person) {
        return item.state() == ReviewState.WAITING
                && item.claim() != null
                && item.claim().by().equals(person);
    }

    /** Whether somebody else has it in hand now. */
    public boolean isTaken(ReviewItem item, AccountId person) {
        return times.isInForce(item.claim(), times.now()) && !isInHandOf(item, person);
    }

    /** See {@link network.fanz.content.moderation.Reviews#takeNext}. */
    public Optional<ReviewItem> takeNext(AccountId by) {
        return transaction.execute(status -> {
            Instant now = times.now();
            return items.next(by, now, times.latestClaim(now)).map(next -> claim(next, by, now));
        });
    }

    /** See {@link network.fanz.content.moderation.Reviews#take}. */
    public ReviewItem take(UUID release, AccountId by) {
        return transaction.execute(status -> {
            ReviewItem item = items.lock(release).orElseThrow(() -> new NotFound("item"));
            if (item.creator().equals(by)) {
                throw new Forbidden("Nobody decides about their own work: another moderator does.");
            }
            if (item.state() != ReviewState.WAITING) {
                throw new ReviewMovedOn();
            }
            if (isTaken(item, by)) {
                throw new ReviewItemTaken();
            }
            return claim(item, by, times.now());
        });
    }

    /** Whoever takes something puts back what they had; a claim that is made longer is no new look. */
    private ReviewItem claim(ReviewItem item, AccountId by, Instant now) {
        boolean anew = !isInHandOf(item, by);
        items.putBack(by, item.id());
        items.claim(item.id(), by, times.claimedUntil(now));
        if (anew) {
            exposures.addItem(by, now);
            audit.record(AuditAction.of("moderation.take_item", by, "work:" + item.work())
                    .with("release", item.id().toString()));
        }
        return items.find(item.id()).orElseThrow();
    }

    /** How much somebody has looked at today. */
    public ReviewerDay day(AccountId reader) {
        return new ReviewerDay(exposures.items(reader, times.now()), settings.breakAfter());
    }

    public void putBack(AccountId by) {
        transaction.executeWithoutResult(status -> items.putBack(by, null));
    }
}
