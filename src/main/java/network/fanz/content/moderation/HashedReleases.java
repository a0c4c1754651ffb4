package network.fanz.content.moderation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.intelligence.ImageHashes;
import network.fanz.content.moderation.ReleaseHashStore.HashedRelease;
import network.fanz.content.moderation.review.HeldApprovals;
import network.fanz.content.moderation.review.LaterNames;
import network.fanz.content.moderation.review.ReviewIntake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the banks come to name after it was looked up. Each release keeps the hashes by which they were asked and the number of their last
 * change; as long as nothing has changed since, that number says so.
 */
@Component
public class HashedReleases implements LaterNames {
    private static final int AT_ONCE = 20;

    private final ReleaseHashStore store;
    private final HashBanks banks;
    private final HeldApprovals approvals;
    private final ReviewIntake intake;
    private final Releases releases;
    /** Whoever asks may write nothing when the answer is no. */
    private final TransactionTemplate ownTransaction;

    private final Clock clock;

    HashedReleases(
            ReleaseHashStore store,
            HashBanks banks,
            HeldApprovals approvals,
            ReviewIntake intake,
            Releases releases,
            PlatformTransactionManager transactions,
            @Steady Clock clock) {
        this.store = store;
        this.banks = banks;
        this.approvals = approvals;
        this.intake = intake;
        this.releases = releases;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Whether the banks name a release that they did not name before. */
    public enum LaterLook {
        CLEAN,
        /** One has come to name it: a person decides anew. */
        NAMED,
        /** One of child safety has: nobody sees it. */
        SEALED,
        /** This node cannot say now. */
        UNKNOWN
    }

    /**
     * @param look what the banks say now
     * @param since when one had come to name it; what was decided before does not count
     */
    public record LaterAnswer(LaterLook look, Instant since) {}

    void keep(UUID release, ImageHashes hashes, long change) {
        store.keep(release, HashBanks.digests(hashes.digests()), HashBanks.looks(hashes), change);
    }

    /** Asks the banks again by the hashes that are kept, if they have changed since. Empty if none are kept. */
    public Optional<LaterAnswer> lookAgain(UUID release) {
        return store.find(release).map(this::look);
    }

    @Override
    public Instant since(UUID release) {
        return lookAgain(release)
                .map(answer -> switch (answer.look()) {
                    case CLEAN, NAMED -> answer.since();
                    case SEALED, UNKNOWN -> Instant.MAX;
                })
                .orElse(Instant.EPOCH);
    }

    private LaterAnswer look(HashedRelease kept) {
        Instant since = kept.namedAt() == null ? Instant.EPOCH : kept.namedAt();
        if (kept.seals()) {
            return new LaterAnswer(LaterLook.SEALED, since);
        }
        long change = banks.change();
        if (change == kept.change()) {
            return new LaterAnswer(kept.namedAt() == null ? LaterLook.CLEAN : LaterLook.NAMED, since);
        }
        HashVerdict verdict = banks.check(kept.digests(), kept.looks());
        return switch (verdict.answer()) {
            case NOT_READY -> new LaterAnswer(LaterLook.UNKNOWN, since);
            case MATCH -> named(kept, verdict, change, since);
            case CLEAN, UNHASHABLE -> {
                ownTransaction.executeWithoutResult(status -> store.setChange(kept.release(), change));
                yield new LaterAnswer(kept.namedAt() == null ? LaterLook.CLEAN : LaterLook.NAMED, since);
            }
        };
    }

    /** What a person has let on although a bank named it is asked about again only for child safety. */
    private LaterAnswer named(HashedRelease kept, HashVerdict verdict, long change, Instant since) {
        if (!verdict.seals() && approvals.goesOn(kept.release(), ReviewReason.LOOKS_KNOWN)) {
            ownTransaction.executeWithoutResult(status -> store.setChange(kept.release(), change));
            return new LaterAnswer(LaterLook.CLEAN, since);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ownTransaction.executeWithoutResult(status -> store.setNamed(kept.release(), verdict.seals(), change, now));
        return new LaterAnswer(verdict.seals() ? LaterLook.SEALED : LaterLook.NAMED, now);
    }

    /** Seals what a bank of child safety has come to name, and puts before a person what another has. */
    void follow() {
        ownTransaction.executeWithoutResult(status -> {
            for (HashedRelease named : store.named(AT_ONCE)) {
                if (named.seals()) {
                    releases.seal(named.release());
                } else {
                    intake.openAnew(named.release());
                }
                store.setDone(named.release(), clock.instant());
            }
        });
    }
}
