package network.fanz.finance.ledger.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import network.fanz.finance.ledger.LedgerUnavailable;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.engine.BatchReadStore.BatchInput;
import network.fanz.finance.ledger.engine.BatchWriteStore.DraftWriter;
import network.fanz.finance.ledger.engine.PipelineSlot.Stage;
import network.fanz.finance.ledger.rules.AccountBalance;
import network.fanz.finance.ledger.rules.Draft;
import network.fanz.finance.ledger.rules.Head;
import network.fanz.finance.ledger.rules.PostingRow;
import network.fanz.finance.ledger.rules.PostingRules;
import network.fanz.finance.ledger.rules.PriorOutcome;
import network.fanz.finance.ledger.rules.Ticket;
import network.fanz.platform.events.Events;
import org.jspecify.annotations.Nullable;

/**
 * Commits a batch in one transaction, and tries again until its outcome is known.
 *
 * <p>Most postings have a new id, so ids are not looked up first: the primary key refuses an id that is there already, and the next try
 * looks all of them up. A rejection is the exception. A posting that was accepted may come again when its account is empty by now, and its
 * sender must get the first outcome, so the id of each rejected posting is looked up before the batch is answered.
 */
public final class BatchCommitter {
    private static final int TRIES_MAX = 50;
    /** One connection that broke is made anew at once; a server that is gone is asked every so often. */
    private static final Duration RETRY_DELAY_MIN = Duration.ofMillis(1);

    private static final Duration RETRY_DELAY_MAX = Duration.ofMillis(50);
    private static final String UNIQUE_VIOLATION = "23505";
    /** A batch of so many postings lets the next one begin before it is committed. Behind a smaller batch too few callers wait for that. */
    static final int OVERLAP_MIN_POSTINGS = 100;

    private final DataSource source;
    private final Clock clock;
    private final Events events;
    private final Duration retryTime;
    private final BatchReadStore reads = new BatchReadStore();
    private final BatchWriteStore writes = new BatchWriteStore();
    private final Forecast forecast = new Forecast();

    public BatchCommitter(DataSource source, Clock clock, Events events, Duration retryTime) {
        this.source = source;
        this.clock = clock;
        this.events = events;
        this.retryTime = retryTime;
    }

    /**
     * One outcome a ticket, in their order; all of them are durable.
     *
     * @param slot at its first stage
     * @throws LedgerUnavailable if the database could not be reached for too long
     * @throws SQLException if the database refuses something in this batch for good
     */
    List<PostingOutcome> commit(List<Ticket> batch, PipelineSlot slot) throws SQLException {
        long until = System.nanoTime() + retryTime.toNanos();
        boolean lookUp = false;
        for (int tries = 1; ; tries++) {
            try {
                return tryOnce(batch, lookUp, slot);
            } catch (SQLException failed) {
                switch (CommitFailure.of(failed)) {
                    case RETRY -> giveUpAfter(tries, failed);
                    case UNREACHABLE -> waitOrGiveUp(tries, until, failed);
                    case PERMANENT -> throw failed;
                }
                slot.restart();
                // The last try may have been committed all the same: from now on every id is looked up first.
                lookUp = true;
            }
        }
    }

    private List<PostingOutcome> tryOnce(List<Ticket> batch, boolean lookUp, PipelineSlot slot) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Draft ahead = lookUp ? null : draftAhead(connection, batch);
                return ahead == null
                        ? draftUnderLock(connection, batch, lookUp, slot)
                        : writeAndSeal(connection, ahead, slot);
            } catch (SQLException | RuntimeException failed) {
                forecast.suspend();
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    /**
     * Drafts the batch on the forecast: the books as they will be when the batches before it are committed. The forecast does not know
     * earlier postings, so a batch that refers to one is not drafted ahead. Nor is a batch with an id that is under way. Nor is a batch in
     * which a posting would be rejected: a posting is rejected only by what was read under the chain's lock.
     *
     * @return null if the batch must be drafted under the lock
     */
    private @Nullable Draft draftAhead(Connection connection, List<Ticket> batch) throws SQLException {
        Head head = forecast.head();
        if (head == null || refersToAny(batch) || forecast.isUnderWay(batch)) {
            return null;
        }
        Set<Long> accounts = accountIds(batch);
        Map<Long, AccountBalance> balances = forecast.balances(accounts);
        if (balances.size() < accounts.size()) {
            Set<Long> unknown = new HashSet<>(accounts);
            unknown.removeAll(balances.keySet());
            balances.putAll(reads.balances(connection, sorted(unknown)));
        }
        Draft draft = draft(new BatchInput(head, balances, Map.of()), Map.of(), batch);
        if (draft.rejectsAny()) {
            return null;
        }
        forecast.advance(draft);
        return draft;
    }

    private static boolean refersToAny(List<Ticket> batch) {
        return batch.stream().anyMatch(ticket -> ticket.posting().refersTo() != null);
    }

    private List<PostingOutcome> draftUnderLock(
            Connection connection, List<Ticket> batch, boolean lookUp, PipelineSlot slot) throws SQLException {
        slot.awaitPredecessors();
        BatchInput input = lockAndRead(connection, batch);
        Map<UUID, PriorOutcome> known = lookUp ? reads.priorOutcomes(connection, BatchReadStore.ids(batch)) : Map.of();
        Draft draft = draft(input, known, batch);
        Set<UUID> rejected = lookUp ? Set.of() : rejectedIds(draft);
        if (!rejected.isEmpty()) {
            known = reads.priorOutcomes(connection, rejected);
            draft = known.isEmpty() ? draft : draft(input, known, batch);
        }
        if (draft.writesNothing()) {
            connection.rollback();
            return draft.outcomes();
        }
        forecast.adopt(input.head(), input.balances());
        forecast.advance(draft);
        return writeAndSeal(connection, draft, slot);
    }

    private List<PostingOutcome> writeAndSeal(Connection connection, Draft draft, PipelineSlot slot)
            throws SQLException {
        boolean overlaps = draft.postings().size() >= OVERLAP_MIN_POSTINGS;
        try (DraftWriter writer = writes.prepare(connection, draft, events)) {
            if (overlaps) {
                slot.leave(Stage.DRAFT);
            } else {
                slot.awaitPredecessors();
            }
            writer.writeRows();
            slot.enter(Stage.EVENTS);
            writer.appendEvents();
            if (overlaps) {
                slot.leave(Stage.EVENTS);
            }
            slot.enter(Stage.SEAL);
            writer.sealAndCommit();
        } finally {
            forecast.finish(draft);
        }
        events.wake();
        return draft.outcomes();
    }

    private BatchInput lockAndRead(Connection connection, List<Ticket> batch) throws SQLException {
        Set<Long> accounts = accountIds(batch);
        Set<UUID> references = new HashSet<>();
        for (Ticket ticket : batch) {
            if (ticket.posting().refersTo() != null) {
                references.add(ticket.posting().refersTo());
            }
        }
        if (references.isEmpty()) {
            return reads.lockAndReadBalances(connection, sorted(accounts));
        }
        BatchInput input = reads.lockAndReadReferenced(connection, references);
        input.referenced()
                .values()
                .forEach(posting -> posting.legs().forEach(leg -> {
                    accounts.add(leg.debit());
                    accounts.add(leg.credit());
                }));
        return new BatchInput(input.head(), reads.balances(connection, sorted(accounts)), input.referenced());
    }

    private static Set<Long> accountIds(List<Ticket> batch) {
        Set<Long> accounts = new HashSet<>();
        for (Ticket ticket : batch) {
            for (Leg leg : ticket.posting().legs()) {
                accounts.add(leg.debit().value());
                accounts.add(leg.credit().value());
            }
        }
        return accounts;
    }

    private Draft draft(BatchInput input, Map<UUID, PriorOutcome> known, List<Ticket> batch) {
        return new PostingRules(input.head(), clock.instant(), known, input.balances(), input.referenced())
                .apply(batch);
    }

    private static Set<UUID> rejectedIds(Draft draft) {
        Set<UUID> rejected = new HashSet<>();
        for (PostingRow posting : draft.postings()) {
            if (!posting.accepted()) {
                rejected.add(posting.id());
            }
        }
        return rejected;
    }

    private static long[] sorted(Set<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static void rollback(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException alsoGone) {
            failed.addSuppressed(alsoGone);
        }
    }

    private static void giveUpAfter(int tries, SQLException failed) throws SQLException {
        if (tries >= TRIES_MAX) {
            throw failed;
        }
    }

    private static void waitOrGiveUp(int tries, long until, SQLException failed) {
        if (System.nanoTime() > until) {
            throw new LedgerUnavailable(failed);
        }
        Duration delay = RETRY_DELAY_MIN.multipliedBy(1L << Math.min(tries - 1, 10));
        LockSupport.parkNanos(Math.min(delay.toNanos(), RETRY_DELAY_MAX.toNanos()));
    }

    /** What a failed try means for the next. */
    enum CommitFailure {
        /** Another batch was first, or the server ended this one. The same batch may succeed now. */
        RETRY,
        /** The server cannot be reached now. It may have committed the batch. */
        UNREACHABLE,
        /** The same batch would fail again. */
        PERMANENT;

        /** By SQLSTATE (PostgreSQL's documentation, appendix A). */
        static CommitFailure of(SQLException failed) {
            String state = failed.getSQLState();
            if (state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("53")) {
                return UNREACHABLE;
            }
            if (state.startsWith("40") || state.startsWith("25") || state.equals("55P03")) {
                return RETRY;
            }
            return state.equals(UNIQUE_VIOLATION) ? RETRY : PERMANENT;
        }
    }
}
