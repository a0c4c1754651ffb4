package network.fanz.finance.ledger.engine;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import network.fanz.common.Ids;
import network.fanz.common.RedactedFailure;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerSettings;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;
import network.fanz.finance.ledger.rules.ReferencedPosting;
import network.fanz.finance.ledger.rules.Ticket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Voids holds whose time is over. All nodes may do so at once: the void's id follows from the hold's, so each hold is voided once. */
public final class HoldExpiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HoldExpiry.class);
    private static final String REFERENCE_TYPE = "expiry";

    private final LedgerAccountStore accounts;
    private final GroupCommit groupCommit;
    private final Clock clock;
    private final int sweepMax;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ledger-expiry").factory());

    public HoldExpiry(LedgerAccountStore accounts, GroupCommit groupCommit, Clock clock, LedgerSettings settings) {
        this.accounts = accounts;
        this.groupCommit = groupCommit;
        this.clock = clock;
        this.sweepMax = settings.sweepMax();
    }

    public void start(long everyMillis) {
        timer.scheduleWithFixedDelay(this::sweepAndLog, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** Voids what has run out by now; returns how many holds that were. */
    public int sweep() {
        List<UUID> expired = accounts.expiredHolds(clock.instant(), sweepMax);
        List<Ticket> tickets = expired.stream()
                .map(id -> voidOf(ReferencedPosting.expiryVoidId(id), id))
                .toList();
        groupCommit.submitAll(tickets);
        for (int place = 0; place < tickets.size(); place++) {
            // Somebody else has used the id for something else; the hold is given back all the same.
            if (tickets.get(place).answer().join() instanceof PostingOutcome.Rejected rejected
                    && rejected.reason() == RejectionReason.ID_USED_FOR_ANOTHER) {
                groupCommit.submit(voidOf(Ids.next(clock), expired.get(place)));
            }
        }
        return expired.size();
    }

    private Ticket voidOf(UUID id, UUID pending) {
        return Ticket.of(
                Keeper.LEDGER, Posting.voidPending(id, pending, REFERENCE_TYPE, pending.toString(), clock.instant()));
    }

    /** Also an {@link Error}: a sweep that throws would be the last. */
    private void sweepAndLog() {
        try {
            sweep();
        } catch (Throwable failed) {
            LOG.warn(
                    "Expired holds were not given back; the next sweep tries again: {}",
                    RedactedFailure.describe(failed));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
