package network.fanz.content.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.events.PassEnded;
import network.fanz.platform.events.Events;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells of passes whose time is over, once each and only if no other pass of the same creator goes on. A pass is looked at when the time
 * is over that it was granted for; one that a refund before it has moved forward is told of then too, with the day on which it ended.
 */
@Component
class PassEnds {
    /** What ended longer ago is no news: so a program that learns to tell does not begin with years of them. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final int AT_ONCE = 100;

    private final PassEndStore ends;
    private final CatalogueStore store;
    private final Events events;
    private final TransactionOperations transaction;
    private final Clock clock;

    PassEnds(
            PassEndStore ends,
            CatalogueStore store,
            Events events,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.ends = ends;
        this.store = store;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on until none is due or the program wants to stop. Emits {@code pass_ended}. */
    void tell() {
        int told;
        do {
            told = tellSome();
        } while (told == AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    private int tellSome() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transaction.execute(status -> {
            List<PassEndStore.EndedGrant> ended = ends.take(now.minus(NEWS), now, AT_ONCE);
            ended.stream().filter(grant -> !grant.revoked()).forEach(grant -> tell(grant, now));
            return ended.size();
        });
    }

    private void tell(PassEndStore.EndedGrant grant, Instant now) {
        store.lastEnd(grant.fan(), grant.creator())
                .filter(end -> !end.isAfter(now))
                .ifPresent(end -> events.append(new PassEnded(grant.payment(), grant.fan(), grant.creator(), end)));
    }
}
