package network.fanz.content.compliance.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import network.fanz.common.Steady;
import network.fanz.content.compliance.Verification;
import network.fanz.content.compliance.VerificationState;
import network.fanz.content.compliance.events.VerificationOverdue;
import network.fanz.platform.events.Events;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the time brings: a document's end, the letter before it, and people who are called to a check that waits for too long. */
@Component
class VerificationEnds {
    private static final int BATCH = 100;
    private static final Period TOLD_BEFORE = Period.ofDays(30);

    private final VerificationEndStore ends;
    private final VerificationStore store;
    private final VerificationMoves moves;
    private final VerificationLetters letters;
    private final VerificationSettings settings;
    private final Events events;
    private final TransactionOperations transaction;
    private final Clock clock;

    VerificationEnds(
            VerificationEndStore ends,
            VerificationStore store,
            VerificationMoves moves,
            VerificationLetters letters,
            VerificationSettings settings,
            Events events,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.ends = ends;
        this.store = store;
        this.moves = moves;
        this.letters = letters;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on until nothing is due; one check a transaction. */
    void end() {
        List<Verification> due;
        do {
            due = ends.over(DateReading.firstDate(now()), BATCH);
            due.forEach(this::expire);
        } while (due.size() == BATCH);
        do {
            due = ends.endingUntold(DateReading.firstDate(now()).plus(TOLD_BEFORE), BATCH);
            due.forEach(this::tell);
        } while (due.size() == BATCH);
    }

    private void expire(Verification due) {
        transaction.executeWithoutResult(status -> {
            store.lock(due.creator());
            store.find(due.id())
                    .filter(row -> row.check().state() == VerificationState.VERIFIED)
                    .ifPresent(row -> moves.expire(row, now()));
        });
    }

    private void tell(Verification due) {
        Verification.ShownDocument document = due.document();
        transaction.executeWithoutResult(status -> {
            ends.told(due.id(), now());
            if (document != null) {
                letters.endsSoon(due.creator(), document.expires());
            }
        });
    }

    /** Emits {@code verification_overdue}, once for each check that waits for too long. */
    void callPeople() {
        Instant now = now();
        transaction.executeWithoutResult(status -> ends.takeOverdue(now.minus(settings.peopleCalledAfter()), BATCH)
                .forEach(check -> events.append(new VerificationOverdue(
                        check.id(),
                        check.creator(),
                        check.provider(),
                        check.state().code(),
                        check.stateSince(),
                        now))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
