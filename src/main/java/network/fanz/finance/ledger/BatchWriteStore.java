package network.fanz.finance.ledger;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Writes a draft and commits, in one round trip: an array a column, a statement a table. */
final class BatchWriteStore {
    private static final String BLOCK = """
        insert into ledger.block (height, first_seq, transfers, previous_hash, hash, posted_at)
        values (?, ?, ?, ?, ?, to_timestamp(?::float8));
        """;

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

    private static final String ACCOUNTS = """
        update ledger.account a set debits = u.debits, credits = u.credits, pending_debits = u.pending_debits,
          pending_credits = u.pending_credits, version = u.version, last_seq = u.last_seq
        from unnest(?::int8[], ?::units[], ?::units[], ?::units[], ?::units[], ?::int8[], ?::int8[])
          as u(id, debits, credits, pending_debits, pending_credits, version, last_seq)
        where a.id = u.id;
        """;

    private static final String HOLDS = """
        insert into ledger.hold (posting_id, expires_at)
        select u.id, to_timestamp(nullif(u.expires_at, 0)) from unnest(?::uuid[], ?::float8[]) as u(id, expires_at);
        delete from ledger.hold where posting_id = any(?::uuid[]);
        """;

    private static final String COMMIT = "commit";

    private static final String SMALL = (BLOCK + POSTINGS + TRANSFERS + ENTRIES + ACCOUNTS).replace("units", "int8");
    private static final String LARGE = (BLOCK + POSTINGS + TRANSFERS + ENTRIES + ACCOUNTS).replace("units", "numeric");
    private static final String SMALL_ALONE = SMALL + COMMIT;
    private static final String LARGE_ALONE = LARGE + COMMIT;
    private static final String SMALL_WITH_HOLDS = SMALL + HOLDS + COMMIT;
    private static final String LARGE_WITH_HOLDS = LARGE + HOLDS + COMMIT;

    /** The transaction is over when this returns. */
    void writeAndCommit(Connection connection, Draft draft) throws SQLException {
        boolean holds = !draft.opened().isEmpty() || !draft.closed().isEmpty();
        boolean small = fitsLong(draft);
        try (PreparedStatement statement = connection.prepareStatement(text(small, holds))) {
            Parameters parameters = new Parameters(connection, statement, small);
            block(parameters, draft.block());
            postings(parameters, draft.block().height(), draft.postings());
            transfers(parameters, draft.lines());
            entries(parameters, draft.lines());
            accounts(parameters, draft.accounts());
            if (holds) {
                parameters.array("uuid", draft.opened(), Asked::id);
                parameters.times(draft.opened(), Asked::expiresAt);
                parameters.array("uuid", draft.closed(), id -> id);
            }
            statement.execute();
        }
    }

    private static String text(boolean small, boolean holds) {
        if (small) {
            return holds ? SMALL_WITH_HOLDS : SMALL_ALONE;
        }
        return holds ? LARGE_WITH_HOLDS : LARGE_ALONE;
    }

    /** PostgreSQL takes a long in 8 binary bytes; a number beyond that it must read as digits. */
    private static boolean fitsLong(Draft draft) {
        return draft.accounts().stream()
                        .allMatch(standing -> fits(
                                standing.debits(),
                                standing.credits(),
                                standing.pendingDebits(),
                                standing.pendingCredits()))
                && draft.lines().stream()
                        .allMatch(line -> fits(line.movement().amount()) && fits(line.debit()) && fits(line.credit()));
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

    private static void block(Parameters parameters, Sealed block) throws SQLException {
        parameters.value(block.height());
        parameters.value(block.firstSeq());
        parameters.value(block.transfers());
        parameters.value(block.previousHash());
        parameters.value(block.hash());
        parameters.value(Parameters.seconds(block.postedAt()));
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

    private static void entries(Parameters parameters, List<Line> lines) throws SQLException {
        List<Placed> entries = Placed.of(lines);
        parameters.longs(entries, placed -> placed.entry().account());
        parameters.longs(entries, Placed::seq);
        parameters.longs(entries, placed -> placed.entry().version());
        parameters.units(entries, placed -> placed.entry().amount());
        parameters.units(entries, placed -> placed.entry().pending());
        parameters.units(entries, placed -> placed.entry().balance());
        parameters.units(entries, placed -> placed.entry().pendingDebits());
        parameters.units(entries, placed -> placed.entry().pendingCredits());
    }

    private static void accounts(Parameters parameters, List<Standing> accounts) throws SQLException {
        parameters.longs(accounts, Standing::id);
        parameters.units(accounts, Standing::debits);
        parameters.units(accounts, Standing::credits);
        parameters.units(accounts, Standing::pendingDebits);
        parameters.units(accounts, Standing::pendingCredits);
        parameters.longs(accounts, Standing::version);
        parameters.longs(accounts, Standing::lastSeq);
    }

    /** An entry with its place, sorted by account so that neighbours in the index are written together. */
    private record Placed(long seq, Entry entry) {
        static List<Placed> of(List<Line> lines) {
            List<Placed> entries = new java.util.ArrayList<>(lines.size() * 2);
            for (Line line : lines) {
                entries.add(new Placed(line.seq(), line.debit()));
                entries.add(new Placed(line.seq(), line.credit()));
            }
            entries.sort(java.util.Comparator.comparingLong(
                    (Placed placed) -> placed.entry().account()));
            return entries;
        }
    }

    /** The statement's parameters, from left to right. */
    private static final class Parameters {
        private final Connection connection;
        private final PreparedStatement statement;
        private final boolean small;
        private int index;

        Parameters(Connection connection, PreparedStatement statement, boolean small) {
            this.connection = connection;
            this.statement = statement;
            this.small = small;
        }

        void value(Object value) throws SQLException {
            statement.setObject(++index, value);
        }

        <T> void longs(List<T> rows, ToLongFunction<T> column) throws SQLException {
            long[] values = new long[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.applyAsLong(rows.get(row));
            }
            value(values);
        }

        <T> void integers(List<T> rows, ToIntFunction<T> column) throws SQLException {
            int[] values = new int[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.applyAsInt(rows.get(row));
            }
            value(values);
        }

        <T> void shorts(List<T> rows, ToIntFunction<T> column) throws SQLException {
            short[] values = new short[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = (short) column.applyAsInt(rows.get(row));
            }
            value(values);
        }

        <T> void bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
            byte[][] values = new byte[rows.size()][];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.apply(rows.get(row));
            }
            value(values);
        }

        <T> void units(List<T> rows, Function<T, BigInteger> column) throws SQLException {
            if (small) {
                longs(rows, row -> column.apply(row).longValueExact());
            } else {
                array("numeric", rows, column);
            }
        }

        /** As seconds since the epoch: a double keeps microseconds exactly until the year 2255. 0 stands for none. */
        <T> void times(List<T> rows, Function<T, @Nullable Instant> column) throws SQLException {
            double[] values = new double[rows.size()];
            for (int row = 0; row < values.length; row++) {
                Instant time = column.apply(rows.get(row));
                values[row] = time == null ? 0 : seconds(time);
            }
            value(values);
        }

        <T> void array(String type, List<T> rows, Function<T, ? extends @Nullable Object> column) throws SQLException {
            Object[] values = new Object[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.apply(rows.get(row));
            }
            statement.setArray(++index, connection.createArrayOf(type, values));
        }

        static double seconds(Instant time) {
            return Times.micros(time) / 1e6;
        }
    }
}
