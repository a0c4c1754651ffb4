package network.fanz.finance.ledger.engine;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import network.fanz.finance.ledger.books.Asked;
import network.fanz.finance.ledger.books.Draft;
import network.fanz.finance.ledger.books.Draft.Change;
import network.fanz.finance.ledger.books.Entry;
import network.fanz.finance.ledger.books.Line;
import network.fanz.finance.ledger.books.Placed;
import network.fanz.finance.ledger.books.Sealed;
import network.fanz.finance.ledger.books.Standing;
import network.fanz.platform.events.Events;

/**
 * Writes a draft and commits. The server takes the draft only if the books are still those that it was drafted on: the end of the chain
 * is the same, and so are the changed accounts' versions and states. Otherwise it asks for the same again (SQLSTATE 40001 or 23505).
 * It never waits for the chain's lock: whoever holds it is another node that is about to move the books on.
 */
public final class BatchWriteStore {
    /** From so many transfers on, COPY's round trips cost less than arrays do. */
    private static final int COPY_FROM = 50;

    private static final String POSTINGS = """
        insert into ledger.posting (block, id, request, kind, reason, first_seq, legs, refers_to, expires_at,
          reference_type, reference_id, effective_at)
        select ?, u.id, u.request, u.kind, u.reason, nullif(u.first_seq, 0), u.legs, u.refers_to,
          to_timestamp(nullif(u.expires_at, 0)), u.reference_type, u.reference_id, to_timestamp(u.effective_at)
        from unnest(?::uuid[], ?::bytea[], ?::int2[], ?::int2[], ?::int8[], ?::int2[], ?::uuid[], ?::float8[],
          ?::text[], ?::text[], ?::float8[])
          as u(id, request, kind, reason, first_seq, legs, refers_to, expires_at, reference_type, reference_id,
            effective_at);
        """;

    private static final String TRANSFERS = """
        insert into ledger.transfer (seq, posting_id, leg, debit_account, credit_account, amount, asset_id, code)
        select * from unnest(?::int8[], ?::uuid[], ?::int2[], ?::int8[], ?::int8[], ?::units[], ?::int4[], ?::int4[]);
        """;

    private static final String ENTRIES = """
        insert into ledger.entry (account_id, seq, version, amount, pending, balance, pending_debits, pending_credits)
        select * from unnest(?::int8[], ?::int8[], ?::int8[], ?::units[], ?::units[], ?::units[], ?::units[], ?::units[]);
        """;

    private static final String HOLDS = """
        insert into ledger.hold (posting_id, expires_at)
        select u.id, to_timestamp(nullif(u.expires_at, 0)) from unnest(?::uuid[], ?::float8[]) as u(id, expires_at);
        delete from ledger.hold where posting_id = any(?::uuid[]);
        """;

    private static final String SEAL = """
        with block as (
          insert into ledger.block (height, first_seq, transfers, previous_hash, hash, posted_at)
          values (?, ?, ?, ?, ?, to_timestamp(?::float8))),
        changed as (
          update ledger.account a set debits = u.debits, credits = u.credits, pending_debits = u.pending_debits,
            pending_credits = u.pending_credits, version = u.version, last_seq = u.last_seq
          from unnest(?::int8[], ?::units[], ?::units[], ?::units[], ?::units[], ?::int8[], ?::int8[], ?::int8[], ?::int2[])
            as u(id, debits, credits, pending_debits, pending_credits, version, last_seq, version_before, state)
          where a.id = u.id and a.version = u.version_before and a.state = u.state
          returning 1)
        select ledger.expect(
          pg_try_advisory_xact_lock(%d)
          and (select count(*) from changed) = ?
          and (? = 0 or exists (select 1 from ledger.block where height = ? and hash = ?)));
        commit""".formatted(AccountStore.CHAIN_LOCK);

    /** A draft on its way to the database. */
    interface Writing extends AutoCloseable {
        /** Writes what can be written while the batches before are not yet sealed. */
        void rows() throws SQLException;

        /** The same for what has to follow theirs. */
        void events() throws SQLException;

        /** Writes the rest and commits: the transaction is over when this returns. */
        void seal() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** @param events what is appended with it */
    Writing prepare(Connection connection, Draft draft, Events events) throws SQLException {
        return draft.lines().size() < COPY_FROM
                ? asArrays(connection, draft, events)
                : asCopies(connection, draft, events);
    }

    /** In one round trip: an array a column, a statement a table. */
    private static Writing asArrays(Connection connection, Draft draft, Events events) throws SQLException {
        String rows = POSTINGS + TRANSFERS + ENTRIES + events.insert() + ";\n";
        Parameters parameters = open(connection, rows, draft);
        postings(parameters, draft.block().height(), draft.postings());
        transfers(parameters, draft.lines());
        entries(parameters, Placed.of(draft.lines()));
        parameters.others((statement, first) -> events.bind(statement, first, draft.events()));
        end(parameters, draft);
        return writing(parameters.statement(), () -> {}, () -> {});
    }

    /** A round trip or two a table, and far less work for the server. */
    private static Writing asCopies(Connection connection, Draft draft, Events events) throws SQLException {
        BatchCopyStore copies = BatchCopyStore.of(draft);
        Events.Appending appending = events.prepare(draft.events());
        Parameters parameters = open(connection, "", draft);
        end(parameters, draft);
        return writing(parameters.statement(), () -> copies.writeTo(connection), () -> appending.run(connection));
    }

    private static Parameters open(Connection connection, String rows, Draft draft) throws SQLException {
        boolean small = fitsLong(draft);
        String holds = draft.opened().isEmpty() && draft.closed().isEmpty() ? "" : HOLDS;
        String text = (BatchStore.ONE_PLAN + rows + holds + SEAL).replace("::units", small ? "::int8" : "::numeric");
        return new Parameters(connection, connection.prepareStatement(text), small);
    }

    private interface Rows {
        void write() throws SQLException;
    }

    private static Writing writing(PreparedStatement statement, Rows rows, Rows events) {
        return new Writing() {
            @Override
            public void rows() throws SQLException {
                rows.write();
            }

            @Override
            public void events() throws SQLException {
                events.write();
            }

            @Override
            public void seal() throws SQLException {
                statement.execute();
            }

            @Override
            public void close() throws SQLException {
                statement.close();
            }
        };
    }

    /** PostgreSQL takes a long in 8 binary bytes; a number beyond that it must read as digits. */
    private static boolean fitsLong(Draft draft) {
        for (Change change : draft.changes()) {
            Standing after = change.after();
            if (!fits(after.debits(), after.credits(), after.pendingDebits(), after.pendingCredits())) {
                return false;
            }
        }
        for (Line line : draft.lines()) {
            if (!fits(line.movement().amount()) || !fits(line.debit()) || !fits(line.credit())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Entry entry) {
        return fits(entry.balance(), entry.pendingDebits(), entry.pendingCredits());
    }

    private static boolean fits(BigInteger... units) {
        for (BigInteger one : units) {
            if (one.bitLength() >= Long.SIZE) {
                return false;
            }
        }
        return true;
    }

    private static void postings(Parameters parameters, long height, List<Asked> postings) throws SQLException {
        parameters.value(height);
        parameters.array("uuid", postings, Asked::id);
        parameters.bytes(postings, Asked::request);
        parameters.shorts(postings, asked -> asked.kind().number());
        parameters.shorts(postings, Asked::reason);
        parameters.longs(postings, Asked::firstSeq);
        parameters.shorts(postings, Asked::legs);
        parameters.array("uuid", postings, Asked::refersTo);
        parameters.times(postings, Asked::expiresAt);
        parameters.array("text", postings, Asked::referenceType);
        parameters.array("text", postings, Asked::referenceId);
        parameters.times(postings, Asked::effectiveAt);
    }

    private static void transfers(Parameters parameters, List<Line> lines) throws SQLException {
        parameters.longs(lines, Line::seq);
        parameters.array("uuid", lines, Line::posting);
        parameters.shorts(lines, Line::leg);
        parameters.longs(lines, line -> line.movement().debit());
        parameters.longs(lines, line -> line.movement().credit());
        parameters.units(lines, line -> line.movement().amount());
        parameters.integers(lines, line -> line.movement().assetId());
        parameters.integers(lines, line -> line.movement().code());
    }

    private static void entries(Parameters parameters, List<Placed> entries) throws SQLException {
        parameters.longs(entries, placed -> placed.entry().account());
        parameters.longs(entries, Placed::seq);
        parameters.longs(entries, placed -> placed.entry().version());
        parameters.units(entries, placed -> placed.entry().amount());
        parameters.units(entries, placed -> placed.entry().pending());
        parameters.units(entries, placed -> placed.entry().balance());
        parameters.units(entries, placed -> placed.entry().pendingDebits());
        parameters.units(entries, placed -> placed.entry().pendingCredits());
    }

    /** Holds, block and accounts: what stands last in both ways. */
    private static void end(Parameters parameters, Draft draft) throws SQLException {
        if (!draft.opened().isEmpty() || !draft.closed().isEmpty()) {
            parameters.array("uuid", draft.opened(), Asked::id);
            parameters.times(draft.opened(), Asked::expiresAt);
            parameters.array("uuid", draft.closed(), id -> id);
        }
        block(parameters, draft.block());
        accounts(parameters, draft.changes());
        parameters.value(draft.changes().size());
        parameters.value(draft.block().height() - 1);
        parameters.value(draft.block().height() - 1);
        parameters.value(draft.block().previousHash());
    }

    private static void block(Parameters parameters, Sealed block) throws SQLException {
        parameters.value(block.height());
        parameters.value(block.firstSeq());
        parameters.value(block.transfers());
        parameters.value(block.previousHash());
        parameters.value(block.hash());
        parameters.value(Parameters.seconds(block.postedAt()));
    }

    private static void accounts(Parameters parameters, List<Change> changes) throws SQLException {
        parameters.longs(changes, change -> change.after().id());
        parameters.units(changes, change -> change.after().debits());
        parameters.units(changes, change -> change.after().credits());
        parameters.units(changes, change -> change.after().pendingDebits());
        parameters.units(changes, change -> change.after().pendingCredits());
        parameters.longs(changes, change -> change.after().version());
        parameters.longs(changes, change -> change.after().lastSeq());
        parameters.longs(changes, Change::versionBefore);
        parameters.shorts(changes, change -> change.after().state().ordinal());
    }
}
