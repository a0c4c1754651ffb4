package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.UUID;
import network.fanz.content.catalogue.ReleaseGate;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.RecordsState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person's decision on exactly these bytes and words. What nobody has decided about is put before somebody, in case its event was missed;
 * so what is not clear never waits unseen.
 */
@Component
class ModerationGate implements ReleaseGate {
    private final DecisionStore decisions;
    private final ReviewIntake intake;
    private final LaterNames banks;
    private final ReviewTimes times;
    private final ObjectProvider<RecordsState> records;
    /** Whoever asks writes nothing when the answer is no. */
    private final TransactionTemplate ownTransaction;

    ModerationGate(
            DecisionStore decisions,
            ReviewIntake intake,
            LaterNames banks,
            ReviewTimes times,
            ObjectProvider<RecordsState> records,
            PlatformTransactionManager transactions) {
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.decisions = decisions;
        this.intake = intake;
        this.banks = banks;
        this.times = times;
        this.records = records;
    }

    @Override
    public GateKind kind() {
        return GateKind.MODERATION;
    }

    @Override
    public boolean isClear(ReleaseInHand release, String digest) {
        Instant named = banks.since(release.id());
        Instant people = peopleSince(release.work());
        Instant since = named.isAfter(people) ? named : people;
        if (isApproved(release.id(), digest, since)) {
            return true;
        }
        ownTransaction.executeWithoutResult(status -> intake.openUndecided(release.id(), digest, people));
        return false;
    }

    /** Whoever decided compared what they saw with who was said to be in it. Where nobody can say, nothing counts. */
    private Instant peopleSince(UUID work) {
        RecordsState keeper = records.getIfAvailable();
        return keeper == null ? Instant.MAX : keeper.peopleSince(work);
    }

    private boolean isApproved(UUID release, String digest, Instant since) {
        Instant now = times.now();
        return decisions
                .standing(release, now, times.latestEffect(now))
                .filter(row -> row.kind() == DecisionKind.APPROVE
                        && row.digest().equals(digest)
                        && row.at().isAfter(since))
                .isPresent();
    }
}
