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
 * Takes a batch through the books in one transaction, and again until it is known what became of it.
 *
 * <p>Ids are not looked up beforehand: a batch of new ones is the rule, and the primary key catches the others. Only before a
 * rejection is answered is its id looked up, for a retry of what was accepted may well find the account empty.
 */
public final class BatchCommitter {
    private static final int TRIES_MAX = 50;
    private static final Duration RETRY_DELAY = Duration.ofMillis(50);
    private static final String UNIQUE_VIOLATION = "23505";
    /** A batch of so many postings makes way for the next before it is settled; the next of a smaller one would be smaller still. */
    static final int OVERLAP_MIN_POSTINGS = 100;

    private final DataSource source;
    private final Clock clock;
    private final Events events;
    private final Duration retryTime;
    private final BatchReadStore reads = new BatchReadStore();
    private final BatchWriteStore writes = new BatchWriteStore();
    private final Forecast forecast = new Forecast();

    public BatchCommitter(DataSource source, Clock clock, Events events, Duration retryFor) {
        this.source = source;
        this.clock = clock;
        this.events = events;
        this.retryTime = retryFor;
    }

    /**
     * One outcome a ticket, in their order; all of them are durable.
     *
     * @param slot at its first station
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
                    case UNREACHABLE -> waitOrGiveUp(until, failed);
                    case PERMANENT -> throw failed;
                }
                slot.restart();
                // Whatever it was, the last try may have been committed: from now on every id is looked up first.
                lookUp = true;
            }
        }
    }

    private List<PostingOutcome> tryOnce(List<Ticket> batch, boolean lookUp, PipelineSlot slot) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Draft foreseen = lookUp ? null : draftAhead(connection, batch);
                return foreseen == null
                        ? draftUnderLock(connection, batch, lookUp, slot)
                        : writeAndSeal(connection, foreseen, slot);
            } catch (SQLException | RuntimeException failed) {
                forecast.suspend();
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    /**
     * Drafts the batch on what the books will be once those before it are committed. A reference to an earlier posting is not foreseen,
     * nor an id that is under way already, nor any rejection: only the books themselves, read under the lock, turn a posting down.
     */
    private @Nullable Draft draftAhead(Connection connection, List<Ticket> batch) throws SQLException {
        Head head = forecast.head();
        if (head == null || refersToAny(batch) || forecast.isUnderWay(batch)) {
            return null;
        }
        Set<Long> accounts = accountIds(batch);
        Map<Long, AccountBalance> standings = forecast.balances(accounts);
        if (standings.size() < accounts.size()) {
            Set<Long> unknown = new HashSet<>(accounts);
            unknown.removeAll(standings.keySet());
            standings.putAll(reads.balances(connection, sorted(unknown)));
        }
        Draft draft = draft(new BatchInput(head, standings, Map.of()), Map.of(), batch);
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
        try (DraftWriter draftWriter = writes.prepare(connection, draft, events)) {
            if (overlaps) {
                slot.leave(Stage.DRAFT);
            } else {
                slot.awaitPredecessors();
            }
            draftWriter.writeRows();
            slot.enter(Stage.EVENTS);
            draftWriter.appendEvents();
            if (overlaps) {
                slot.leave(Stage.EVENTS);
            }
            slot.enter(Stage.SEAL);
            draftWriter.sealAndCommit();
        } finally {
            forecast.finish(draft);
        }
        events.wake();
        return draft.outcomes();
    }

    private BatchInput lockAndRead(Connection connection, List<Ticket> batch) throws SQLException {
        Set<Long> accounts = accountIds(batch);
        Set<UUID> referred = new HashSet<>();
        for (Ticket ticket : batch) {
            if (ticket.posting().refersTo() != null) {
                referred.add(ticket.posting().refersTo());
            }
        }
        if (referred.isEmpty()) {
            return reads.lockAndReadBalances(connection, sorted(accounts));
        }
        BatchInput input = reads.lockAndReadReferenced(connection, referred);
        input.referenced()
                .values()
                .forEach(one -> one.legs().forEach(leg -> {
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

    private static void waitOrGiveUp(long until, SQLException failed) {
        if (System.nanoTime() > until) {
            throw new LedgerUnavailable(failed);
        }
        LockSupport.parkNanos(RETRY_DELAY.toNanos());
    }

    /** What a failed try means for the next. */
    enum CommitFailure {
        /** Another batch was first, or the server ended this one: the same again. */
        RETRY,
        /** The server cannot be reached now, and whether it committed is not known. */
        UNREACHABLE,
        /** The same again would fail again. */
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
