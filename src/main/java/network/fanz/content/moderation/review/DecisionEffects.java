package network.fanz.content.moderation.review;

import java.time.Instant;
import java.util.List;
import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.moderation.DecisionKind;
import network.fanz.content.moderation.events.ContentBlocked;
import network.fanz.content.moderation.events.ContentReady;
import network.fanz.platform.events.Events;
import org.springframework.stereotype.Component;

/** Does what was decided, once nobody can undo it any more. */
@Component
class DecisionEffects {
    private static final int AT_ONCE = 20;

    private final DecisionStore decisions;
    private final ExposureStore exposures;
    private final ReportStore reports;
    private final Releases releases;
    private final Events events;
    private final ReviewTimes times;
    private final Transactions transaction;

    DecisionEffects(
            DecisionStore decisions,
            ExposureStore exposures,
            ReportStore reports,
            Releases releases,
            Events events,
            ReviewTimes times,
            Transactions transaction) {
        this.decisions = decisions;
        this.exposures = exposures;
        this.reports = reports;
        this.releases = releases;
        this.events = events;
        this.times = times;
        this.transaction = transaction;
    }

    /** Goes on until nothing is due or the program wants to stop. */
    void run() {
        int done;
        do {
            Instant now = times.now();
            done = transaction.in(() -> {
                List<DecisionRow> due = decisions.due(now, times.latestEffect(now), AT_ONCE);
                due.forEach(this::take);
                return due.size();
            });
        } while (done == AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    void forget() {
        transaction.in(() -> {
            exposures.forget(times.now());
            return true;
        });
    }

    /** In the transaction of whoever asks. Emits {@code content_ready} or {@code content_blocked}. */
    void take(DecisionRow row) {
        if (!decisions.setEffected(row.id(), times.now()) || row.kind() == DecisionKind.ESCALATE) {
            return;
        }
        if (row.kind() == DecisionKind.APPROVE) {
            events.append(new ContentReady(row.release(), row.work(), row.creator(), row.id(), times.now()));
            reports.judgeFine(row.release(), row.digest());
            releases.lookAgain(row.release());
            return;
        }
        releases.reject(row.release(), row.by(), ReleaseCause.AGAINST_RULES);
        events.append(new ContentBlocked(row.release(), row.work(), row.creator(), row.id(), times.now()));
    }
}
