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
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.ledger.books.Asked;
import network.fanz.finance.ledger.books.Books;
import network.fanz.finance.ledger.books.Draft;
import network.fanz.finance.ledger.books.Head;
import network.fanz.finance.ledger.books.Standing;
import network.fanz.finance.ledger.books.Stored;
import network.fanz.finance.ledger.books.Ticket;
import network.fanz.finance.ledger.engine.BatchStore.Opened;
import network.fanz.finance.ledger.engine.BatchWriteStore.Writing;
import network.fanz.finance.ledger.engine.Turn.Station;
import network.fanz.platform.events.Events;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch through the books in one transaction, and again until it is known what became of it.
 *
 * <p>Ids are not looked up beforehand: a batch of new ones is the rule, and the primary key catches the others. Only before a
 * rejection is answered is its id looked up, for a retry of what was accepted may well find the account empty.
 */
public final class Clerk {
    private static final int TRIES_MAX = 50;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String UNIQUE_VIOLATION = "23505";
    /** A batch of so many postings makes way for the next before it is settled; the next of a smaller one would be smaller still. */
    static final int OVERLAP_FROM = 100;

    private final DataSource source;
    private final Clock clock;
    private final Events events;
    private final Duration retryFor;
    private final BatchStore reads = new BatchStore();
    private final BatchWriteStore writes = new BatchWriteStore();
    private final Forecast forecast = new Forecast();

    public Clerk(DataSource source, Clock clock, Events events, Duration retryFor) {
        this.source = source;
        this.clock = clock;
        this.events = events;
        this.retryFor = retryFor;
    }

    /**
     * One outcome a ticket, in their order; all of them are durable.
     *
     * @param turn at its first station
     * @throws LedgerUnavailable if the database could not be reached for too long
     * @throws SQLException if the database refuses something in this batch for good
     */
    List<Outcome> record(List<Ticket> batch, Turn turn) throws SQLException {
        long until = System.nanoTime() + retryFor.toNanos();
        boolean lookUp = false;
        for (int tries = 1; ; tries++) {
            try {
                return attempt(batch, lookUp, turn);
            } catch (SQLException failed) {
                switch (Failure.of(failed)) {
                    case AGAIN -> giveUpAfter(tries, failed);
                    case UNREACHABLE -> waitOrGiveUp(until, failed);
                    case REFUSED -> throw failed;
                }
                turn.again();
                // Whatever it was, the last try may have been committed: from now on every id is looked up first.
                lookUp = true;
            }
        }
    }

    private List<Outcome> attempt(List<Ticket> batch, boolean lookUp, Turn turn) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Draft foreseen = lookUp ? null : foresee(connection, batch);
                return foreseen == null ? settle(connection, batch, lookUp, turn) : write(connection, foreseen, turn);
            } catch (SQLException | RuntimeException failed) {
                forecast.fail();
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    /**
     * Drafts the batch on what the books will be once those before it are committed. A reference to an earlier posting is not foreseen,
     * nor an id that is under way already, nor any rejection: only the books themselves, read under the lock, turn a posting down.
     */
    private @Nullable Draft foresee(Connection connection, List<Ticket> batch) throws SQLException {
        Head head = forecast.head();
        if (head == null || refersToAny(batch) || forecast.isUnderWay(batch)) {
            return null;
        }
        Set<Long> accounts = accounts(batch);
        Map<Long, Standing> standings = forecast.standings(accounts);
        if (standings.size() < accounts.size()) {
            Set<Long> unknown = new HashSet<>(accounts);
            unknown.removeAll(standings.keySet());
            standings.putAll(reads.accounts(connection, sorted(unknown)));
        }
        Draft draft = draft(new Opened(head, standings, Map.of()), Map.of(), batch);
        if (draft.rejectsAny()) {
            return null;
        }
        forecast.expect(draft);
        return draft;
    }

    private static boolean refersToAny(List<Ticket> batch) {
        return batch.stream().anyMatch(ticket -> ticket.posting().refersTo() != null);
    }

    private List<Outcome> settle(Connection connection, List<Ticket> batch, boolean lookUp, Turn turn)
            throws SQLException {
        turn.claim();
        Opened opened = open(connection, batch);
        Map<UUID, Stored> known = lookUp ? reads.stored(connection, BatchStore.ids(batch)) : Map.of();
        Draft draft = draft(opened, known, batch);
        Set<UUID> rejected = lookUp ? Set.of() : rejected(draft);
        if (!rejected.isEmpty()) {
            known = reads.stored(connection, rejected);
            draft = known.isEmpty() ? draft : draft(opened, known, batch);
        }
        if (draft.writesNothing()) {
            connection.rollback();
            return draft.answers();
        }
        forecast.learn(opened.head(), opened.accounts());
        forecast.expect(draft);
        return write(connection, draft, turn);
    }

    private List<Outcome> write(Connection connection, Draft draft, Turn turn) throws SQLException {
        boolean overlaps = draft.postings().size() >= OVERLAP_FROM;
        try (Writing writing = writes.prepare(connection, draft, events)) {
            if (overlaps) {
                turn.leave(Station.DRAFT);
            } else {
                turn.claim();
            }
            writing.rows();
            turn.enter(Station.EVENTS);
            writing.events();
            if (overlaps) {
                turn.leave(Station.EVENTS);
            }
            turn.enter(Station.SEAL);
            writing.seal();
        } finally {
            forecast.end(draft);
        }
        events.wake();
        return draft.answers();
    }

    private Opened open(Connection connection, List<Ticket> batch) throws SQLException {
        Set<Long> accounts = accounts(batch);
        Set<UUID> referred = new HashSet<>();
        for (Ticket ticket : batch) {
            if (ticket.posting().refersTo() != null) {
                referred.add(ticket.posting().refersTo());
            }
        }
        if (referred.isEmpty()) {
            return reads.openWithAccounts(connection, sorted(accounts));
        }
        Opened opened = reads.openWithReferred(connection, referred);
        opened.referred()
                .values()
                .forEach(one -> one.movements().forEach(movement -> {
                    accounts.add(movement.debit());
                    accounts.add(movement.credit());
                }));
        return new Opened(opened.head(), reads.accounts(connection, sorted(accounts)), opened.referred());
    }

    private static Set<Long> accounts(List<Ticket> batch) {
        Set<Long> accounts = new HashSet<>();
        for (Ticket ticket : batch) {
            for (Leg leg : ticket.posting().legs()) {
                accounts.add(leg.debit().value());
                accounts.add(leg.credit().value());
            }
        }
        return accounts;
    }

    private Draft draft(Opened opened, Map<UUID, Stored> known, List<Ticket> batch) {
        return new Books(opened.head(), clock.instant(), known, opened.accounts(), opened.referred()).apply(batch);
    }

    private static Set<UUID> rejected(Draft draft) {
        Set<UUID> rejected = new HashSet<>();
        for (Asked asked : draft.postings()) {
            if (!asked.accepted()) {
                rejected.add(asked.id());
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
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    /** What a failed try means for the next. */
    enum Failure {
        /** Another batch was first, or the server ended this one: the same again. */
        AGAIN,
        /** The server cannot be reached now, and whether it committed is not known. */
        UNREACHABLE,
        /** The same again would fail again. */
        REFUSED;

        /** By SQLSTATE (PostgreSQL's documentation, appendix A). */
        static Failure of(SQLException failed) {
            String state = failed.getSQLState();
            if (state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("53")) {
                return UNREACHABLE;
            }
            if (state.startsWith("40") || state.startsWith("25") || state.equals("55P03")) {
                return AGAIN;
            }
            return state.equals(UNIQUE_VIOLATION) ? AGAIN : REFUSED;
        }
    }
}
