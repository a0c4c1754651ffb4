package network.fanz.finance.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import network.fanz.finance.ledger.BatchStore.Opened;
import network.fanz.finance.ledger.events.TransactionPosted;

/**
 * Takes a batch through the books in one transaction, and again until it is known what became of it.
 *
 * <p>Ids are not looked up beforehand: a batch of new ones is the rule, and the primary key catches the others. Only before a
 * rejection is answered is its id looked up, for a retry of what was accepted may well find the account empty.
 */
final class Clerk {
    private static final int TRIES_MAX = 50;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource source;
    private final Clock clock;
    private final Announcer announcer;
    private final Duration retryFor;
    private final BatchStore reads = new BatchStore();
    private final BatchWriteStore writes = new BatchWriteStore();

    Clerk(DataSource source, Clock clock, Announcer announcer, Duration retryFor) {
        this.source = source;
        this.clock = clock;
        this.announcer = announcer;
        this.retryFor = retryFor;
    }

    /**
     * One outcome a ticket, in their order; all of them are durable.
     *
     * @throws LedgerUnavailable if the database could not be reached for too long
     * @throws SQLException if the database refuses something in this batch for good
     */
    List<Outcome> record(List<Ticket> batch) throws SQLException {
        long until = System.nanoTime() + retryFor.toNanos();
        boolean lookUp = false;
        for (int tries = 1; ; tries++) {
            try {
                return attempt(batch, lookUp);
            } catch (SQLException failed) {
                switch (Failure.of(failed)) {
                    case AGAIN -> giveUpAfter(tries, failed);
                    case UNREACHABLE -> waitOrGiveUp(until, failed);
                    case REFUSED -> throw failed;
                }
                // Whatever it was, the last try may have been committed: from now on every id is looked up first.
                lookUp = true;
            }
        }
    }

    private List<Outcome> attempt(List<Ticket> batch, boolean lookUp) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return settle(connection, batch, lookUp);
            } catch (SQLException | RuntimeException failed) {
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    private List<Outcome> settle(Connection connection, List<Ticket> batch, boolean lookUp) throws SQLException {
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
        announcer.append(connection, events(draft));
        writes.writeAndCommit(connection, draft);
        announcer.wake();
        return draft.answers();
    }

    private Opened open(Connection connection, List<Ticket> batch) throws SQLException {
        Set<Long> accounts = new HashSet<>();
        Set<UUID> referred = new HashSet<>();
        for (Ticket ticket : batch) {
            for (Leg leg : ticket.posting().legs()) {
                accounts.add(leg.debit().value());
                accounts.add(leg.credit().value());
            }
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

    private static List<TransactionPosted> events(Draft draft) {
        List<TransactionPosted> events = new ArrayList<>(draft.postings().size());
        for (Asked asked : draft.postings()) {
            if (asked.accepted()) {
                events.add(new TransactionPosted(
                        asked.id(),
                        asked.referenceType(),
                        asked.referenceId(),
                        asked.firstSeq(),
                        asked.legs(),
                        draft.block().postedAt()));
            }
        }
        return events;
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
