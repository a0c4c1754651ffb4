package network.fanz.finance.ledger.engine;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import network.fanz.common.Causes;
import network.fanz.common.Ids;
import network.fanz.finance.ledger.LedgerSettings;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.ledger.Outcome.Reason;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.books.Referred;
import network.fanz.finance.ledger.books.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives back what was held too long. Every node may do so at once: the void's id follows from the hold's, so it happens once. */
public final class Expiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final String REFERENCE_TYPE = "expiry";

    private final AccountStore accounts;
    private final Lanes lanes;
    private final Clock clock;
    private final int sweepMax;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ledger-expiry").factory());

    public Expiry(AccountStore accounts, Lanes lanes, Clock clock, LedgerSettings settings) {
        this.accounts = accounts;
        this.lanes = lanes;
        this.clock = clock;
        this.sweepMax = settings.sweepMax();
    }

    public void start(long everyMillis) {
        timer.scheduleWithFixedDelay(this::sweepQuietly, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** Voids what has run out by now; returns how many holds that were. */
    public int sweep() {
        List<UUID> expired = accounts.expired(clock.instant(), sweepMax);
        List<Ticket> tickets =
                expired.stream().map(id -> voiding(Referred.idOfExpiry(id), id)).toList();
        lanes.submitAll(tickets);
        for (int place = 0; place < tickets.size(); place++) {
            // Somebody else has used the id for something else; the hold is given back all the same.
            if (tickets.get(place).answer().join() instanceof Outcome.Rejected rejected
                    && rejected.reason() == Reason.ID_USED_FOR_ANOTHER) {
                lanes.submit(voiding(Ids.next(clock), expired.get(place)));
            }
        }
        return expired.size();
    }

    private Ticket voiding(UUID id, UUID pending) {
        return Ticket.of(Posting.voidPending(id, pending, REFERENCE_TYPE, pending.toString(), clock.instant()));
    }

    private void sweepQuietly() {
        try {
            sweep();
        } catch (RuntimeException failed) {
            LOG.warn("Expired holds were not given back; the next sweep tries again: {}", Causes.describe(failed));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
