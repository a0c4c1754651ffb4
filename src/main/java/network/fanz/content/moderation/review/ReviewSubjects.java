package network.fanz.content.moderation.review;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.NotFound;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.moderation.RecordsState;
import network.fanz.content.moderation.ReviewClaimNeeded;
import network.fanz.content.moderation.ReviewItem;
import network.fanz.content.moderation.ReviewMovedOn;
import network.fanz.content.moderation.ReviewState;
import network.fanz.content.moderation.ReviewSubject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows something to whoever has it in hand, and to nobody else. */
@Component
public class ReviewSubjects {
    private final ReviewItemStore items;
    private final ReviewDesk desk;
    private final Decisions decisions;
    private final ReviewFacts facts;
    private final ReportDesk reports;
    private final Releases releases;
    private final ReviewDigests digests;
    private final ObjectProvider<RecordsState> records;

    ReviewSubjects(
            ReviewItemStore items,
            ReviewDesk desk,
            Decisions decisions,
            ReviewFacts facts,
            ReportDesk reports,
            Releases releases,
            ReviewDigests digests,
            ObjectProvider<RecordsState> records) {
        this.items = items;
        this.desk = desk;
        this.decisions = decisions;
        this.facts = facts;
        this.reports = reports;
        this.releases = releases;
        this.digests = digests;
        this.records = records;
    }

    /** See {@link network.fanz.content.moderation.Reviews#subject}. */
    public ReviewSubject of(UUID id, AccountId reader) {
        InHand held = inHand(id, reader);
        UUID work = held.release().work();
        RecordsState keeper = records.getIfAvailable();
        return new ReviewSubject(
                held.release(),
                held.state(),
                held.digest(),
                releases.words(id),
                facts.lines(id),
                reports.of(id),
                reports.words(id, work),
                keeper == null ? null : keeper.ofWork(work),
                facts.sameFile(held.release()),
                decisions.about(held.release().creator()));
    }

    /**
     * What somebody has in hand, without what is known of it.
     *
     * @throws ReviewClaimNeeded if they do not have it in hand
     * @throws ReviewMovedOn if it waits no more
     */
    public InHand inHand(UUID id, AccountId reader) {
        ReviewItem item = items.find(id).orElseThrow(() -> new NotFound("item"));
        if (item.state() != ReviewState.WAITING) {
            throw new ReviewMovedOn();
        }
        if (!desk.isInHandOf(item, reader)) {
            throw new ReviewClaimNeeded();
        }
        ReleaseState state = releases.state(id);
        if (state != ReleaseState.REVIEW && state != ReleaseState.HELD && state != ReleaseState.PUBLISHED) {
            throw new ReviewMovedOn();
        }
        ReleaseInHand release = releases.find(id).orElseThrow(() -> new NotFound("item"));
        return new InHand(release, state, digests.of(item));
    }

    /**
     * What a decision would be about.
     *
     * @param digest of its bytes and words
     */
    public record InHand(ReleaseInHand release, ReleaseState state, String digest) {}
}
