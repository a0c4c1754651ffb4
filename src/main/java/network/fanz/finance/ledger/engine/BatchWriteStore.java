package network.fanz.finance.ledger.engine;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import network.fanz.finance.ledger.rules.AccountBalance;
import network.fanz.finance.ledger.rules.Draft;
import network.fanz.finance.ledger.rules.Draft.BalanceChange;
import network.fanz.finance.ledger.rules.Entry;
import network.fanz.finance.ledger.rules.PostingRow;
import network.fanz.finance.ledger.rules.SealedBlock;
import network.fanz.finance.ledger.rules.SequencedEntry;
import network.fanz.finance.ledger.rules.Transfer;
import network.fanz.platform.events.Events;

/**
 * Writes a draft and commits. The server takes the draft only if the books are still those that it was drafted on: the end of the chain
 * is the same, and so are the changed accounts' versions and states. Otherwise it refuses (SQLSTATE 40001 or 23505), and the batch is
 * drafted anew.
 *
 * <p>A batch takes the chain's lock before it changes an account. So two batches never change accounts side by side, and the order in which
 * the server updates their rows does not matter. A batch that finds the lock taken does not wait: another node holds it, and is about to
 * add a block, so this draft would be refused anyway.
 */
public final class BatchWriteStore {
    /** From so many transfers on, COPY's round trips cost less than arrays do. */
    private static final int COPY_MIN_TRANSFERS = 50;

    private static final String POSTINGS = """
        insert into ledger.posting (block, id, request, kind, reason, first_seq, legs, refers_to, expires_at,
          reference_type, reference_id, effective_at, keeper)
        select ?, u.id, u.request, u.kind, u.reason, nullif(u.first_seq, 0), u.legs, u.refers_to,
          u.expires_at, u.reference_type, u.reference_id, u.effective_at, u.keeper
        from unnest(?::uuid[], ?::bytea[], ?::int2[], ?::int2[], ?::int8[], ?::int2[], ?::uuid[], ?::timestamptz[],
          ?::text[], ?::text[], ?::timestamptz[], ?::int2[])
          as u(id, request, kind, reason, first_seq, legs, refers_to, expires_at, reference_type, reference_id,
            effective_at, keeper);
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
        select * from unnest(?::uuid[], ?::timestamptz[]);
        delete from ledger.hold where posting_id = any(?::uuid[]);
        """;

    private static final String SEAL = """
        select ledger.expect(pg_try_advisory_xact_lock(%d));
        with block as (
          insert into ledger.block (height, first_seq, transfers, previous_hash, hash, posted_at)
          values (?, ?, ?, ?, ?, ?::timestamptz)),
        changed as (
          update ledger.account a set debits = u.debits, credits = u.credits, pending_debits = u.pending_debits,
            pending_credits = u.pending_credits, version = u.version, last_seq = u.last_seq
          from unnest(?::int8[], ?::units[], ?::units[], ?::units[], ?::units[], ?::int8[], ?::int8[], ?::int8[], ?::int2[])
            as u(id, debits, credits, pending_debits, pending_credits, version, last_seq, version_before, state)
          where a.id = u.id and a.version = u.version_before and a.state = u.state
          returning 1)
        select ledger.expect(
          (select count(*) from changed) = ?
          and (? = 0 or exists (select 1 from ledger.block where height = ? and hash = ?)));
        commit""".formatted(LedgerAccountStore.CHAIN_LOCK);

    /** A draft on its way to the database. */
    interface DraftWriter extends AutoCloseable {
        /** Writes what can be written while the batches before are not yet sealed. */
        void writeRows() throws SQLException;

        /** The same for what has to follow theirs. */
        void appendEvents() throws SQLException;

        /** Writes the rest and commits: the transaction is over when this returns. */
        void sealAndCommit() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** @param events what is appended with it */
    DraftWriter prepare(Connection connection, Draft draft, Events events) throws SQLException {
        return draft.transfers().size() < COPY_MIN_TRANSFERS
                ? asArrays(connection, draft, events)
                : asCopies(connection, draft, events);
    }

    /** In one round trip: an array a column, a statement a table. */
    private static DraftWriter asArrays(Connection connection, Draft draft, Events events) throws SQLException {
        String rows = POSTINGS + TRANSFERS + ENTRIES + events.insertSql() + ";\n";
        StatementParameters parameters = prepareStatement(connection, rows, draft);
        bindPostings(parameters, draft.block().height(), draft.postings());
        bindTransfers(parameters, draft.transfers());
        bindEntries(parameters, SequencedEntry.of(draft.transfers()));
        parameters.bindOthers((statement, first) -> events.bind(statement, first, draft.events()));
        bindHoldsAndSeal(parameters, draft);
        return draftWriter(parameters.statement(), () -> {}, () -> {});
    }

    /** A round trip or two a table, and far less work for the server. */
    private static DraftWriter asCopies(Connection connection, Draft draft, Events events) throws SQLException {
        BatchCopyStore copies = BatchCopyStore.of(draft);
        Events.PreparedAppend append = events.prepare(draft.events());
        StatementParameters parameters = prepareStatement(connection, "", draft);
        bindHoldsAndSeal(parameters, draft);
        return draftWriter(parameters.statement(), () -> copies.writeTo(connection), () -> append.appendTo(connection));
    }

    private static StatementParameters prepareStatement(Connection connection, String rows, Draft draft)
            throws SQLException {
        boolean small = fitsLong(draft);
        String holds = draft.openedHolds().isEmpty() && draft.closedHolds().isEmpty() ? "" : HOLDS;
        String text = (BatchReadStore.FORCE_GENERIC_PLAN + rows + holds + SEAL)
                .replace("::units", small ? "::int8" : "::numeric");
        return new StatementParameters(connection, connection.prepareStatement(text), small);
    }

    private interface SqlStep {
        void write() throws SQLException;
    }

    private static DraftWriter draftWriter(PreparedStatement statement, SqlStep rows, SqlStep events) {
        return new DraftWriter() {
            @Override
            public void writeRows() throws SQLException {
                rows.write();
            }

            @Override
            public void appendEvents() throws SQLException {
                events.write();
            }

            @Override
            public void sealAndCommit() throws SQLException {
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
        for (BalanceChange change : draft.changes()) {
            AccountBalance after = change.after();
            if (!fits(after.debits(), after.credits(), after.pendingDebits(), after.pendingCredits())) {
                return false;
            }
        }
        for (Transfer transfer : draft.transfers()) {
            if (!fits(transfer.leg().amount()) || !fits(transfer.debit()) || !fits(transfer.credit())) {
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

    private static void bindPostings(StatementParameters parameters, long height, List<PostingRow> postings)
            throws SQLException {
        parameters.value(height);
        parameters.array("uuid", postings, PostingRow::id);
        parameters.bytes(postings, PostingRow::requestHash);
        parameters.shorts(postings, posting -> posting.kind().number());
        parameters.shorts(postings, PostingRow::reason);
        parameters.longs(postings, PostingRow::firstSeq);
        parameters.shorts(postings, PostingRow::legs);
        parameters.array("uuid", postings, PostingRow::refersTo);
        parameters.times(postings, PostingRow::expiresAt);
        parameters.array("text", postings, PostingRow::referenceType);
        parameters.array("text", postings, PostingRow::referenceId);
        parameters.times(postings, PostingRow::effectiveAt);
        parameters.shorts(postings, posting -> posting.keeper().number());
    }

    private static void bindTransfers(StatementParameters parameters, List<Transfer> lines) throws SQLException {
        parameters.longs(lines, Transfer::seq);
        parameters.array("uuid", lines, Transfer::posting);
        parameters.shorts(lines, Transfer::legIndex);
        parameters.longs(lines, transfer -> transfer.leg().debit());
        parameters.longs(lines, transfer -> transfer.leg().credit());
        parameters.units(lines, transfer -> transfer.leg().amount());
        parameters.integers(lines, transfer -> transfer.leg().assetId());
        parameters.integers(lines, transfer -> transfer.leg().code());
    }

    private static void bindEntries(StatementParameters parameters, List<SequencedEntry> entries) throws SQLException {
        parameters.longs(entries, sequenced -> sequenced.entry().account());
        parameters.longs(entries, SequencedEntry::seq);
        parameters.longs(entries, sequenced -> sequenced.entry().version());
        parameters.units(entries, sequenced -> sequenced.entry().amount());
        parameters.units(entries, sequenced -> sequenced.entry().pending());
        parameters.units(entries, sequenced -> sequenced.entry().balance());
        parameters.units(entries, sequenced -> sequenced.entry().pendingDebits());
        parameters.units(entries, sequenced -> sequenced.entry().pendingCredits());
    }

    /** Holds, block and accounts: what stands last in both ways. */
    private static void bindHoldsAndSeal(StatementParameters parameters, Draft draft) throws SQLException {
        if (!draft.openedHolds().isEmpty() || !draft.closedHolds().isEmpty()) {
            parameters.array("uuid", draft.openedHolds(), PostingRow::id);
            parameters.times(draft.openedHolds(), PostingRow::expiresAt);
            parameters.array("uuid", draft.closedHolds(), id -> id);
        }
        bindBlock(parameters, draft.block());
        bindAccounts(parameters, draft.changes());
        parameters.value(draft.changes().size());
        parameters.value(draft.block().height() - 1);
        parameters.value(draft.block().height() - 1);
        parameters.value(draft.block().previousHash());
    }

    private static void bindBlock(StatementParameters parameters, SealedBlock block) throws SQLException {
        parameters.value(block.height());
        parameters.value(block.firstSeq());
        parameters.value(block.transfers());
        parameters.value(block.previousHash());
        parameters.value(block.hash());
        parameters.value(block.postedAt().toString());
    }

    private static void bindAccounts(StatementParameters parameters, List<BalanceChange> changes) throws SQLException {
        parameters.longs(changes, change -> change.after().id());
        parameters.units(changes, change -> change.after().debits());
        parameters.units(changes, change -> change.after().credits());
        parameters.units(changes, change -> change.after().pendingDebits());
        parameters.units(changes, change -> change.after().pendingCredits());
        parameters.longs(changes, change -> change.after().version());
        parameters.longs(changes, change -> change.after().lastSeq());
        parameters.longs(changes, BalanceChange::versionBefore);
        parameters.shorts(changes, change -> change.after().state().ordinal());
    }
}
