package network.fanz.content.moderation.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.common.NotFound;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseState;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.moderation.NewReport;
import network.fanz.content.moderation.ReportLine;
import network.fanz.platform.vault.SubjectForgotten;
import network.fanz.platform.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes reports, and puts what they are about before a person. */
@Component
public class ReportDesk {
    private static final String WORDS = "moderation.report_words.words";

    private final ReportStore store;
    private final ReviewIntake intake;
    private final Releases releases;
    private final Vault vault;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReportDesk(
            ReportStore store,
            ReviewIntake intake,
            Releases releases,
            Vault vault,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.intake = intake;
        this.releases = releases;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws NotFound if nobody sees such a work */
    public void requireSeen(UUID work) {
        seen(work);
    }

    private ReleaseInHand seen(UUID work) {
        return releases.ofWork(work)
                .filter(release -> releases.state(release.id()) == ReleaseState.PUBLISHED)
                .orElseThrow(() -> new NotFound("work"));
    }

    /** See {@link network.fanz.content.moderation.Reports#report}. */
    public void take(NewReport report) {
        transaction.executeWithoutResult(status -> {
            ReleaseInHand release = seen(report.work());
            Optional<String> judged = store.count(release.id(), report.work(), report.reason(), now());
            boolean unchanged = judged.isPresent() && judged.get().equals(releases.digest(release.id()));
            if (unchanged && !report.isLookedAtAgain()) {
                return;
            }
            if (judged.isPresent()) {
                store.openAgain(release.id(), unchanged ? report.reason() : null);
            }
            intake.report(release.id());
            keepWords(release.id(), report);
        });
    }

    /** Once it waits: there is room for so many since then. */
    private void keepWords(UUID release, NewReport report) {
        if (!report.words().isEmpty()) {
            byte[] words = vault.seal(report.work(), WORDS, report.words());
            store.keepWords(Ids.next(clock), release, report.reason(), words, now());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public List<ReportLine> of(UUID release) {
        return store.of(release);
    }

    /** What reporters have written; nothing where the work's key was destroyed. */
    public List<String> words(UUID release, UUID work) {
        try {
            return store.words(release).stream()
                    .map(words -> vault.open(work, WORDS, words))
                    .toList();
        } catch (SubjectForgotten destroyed) {
            return List.of();
        }
    }
}
