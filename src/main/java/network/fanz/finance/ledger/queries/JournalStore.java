package network.fanz.finance.ledger.queries;

import static network.fanz.platform.postgres.Columns.instant;
import static network.fanz.platform.postgres.Columns.units;
import static network.fanz.platform.postgres.Columns.utc;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerEntry;
import network.fanz.finance.ledger.NormalSide;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.ledger.TrialBalanceLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads the ledger for people: statements, journal, trial balance. Newest first; the last sequence number of a page is the cursor of the
 * next.
 */
public final class JournalStore {
    private static final String STATEMENT = """
        select t.seq, t.posting_id, p.kind, b.posted_at, p.effective_at, t.code, p.reference_type, p.reference_id,
          case when t.debit_account = e.account_id then t.credit_account else t.debit_account end as counterparty,
          e.amount, e.pending, e.balance, p.keeper
        from ledger.entry e
        join ledger.transfer t on t.seq = e.seq
        join ledger.posting p on p.id = t.posting_id
        join ledger.block b on b.height = p.block
        where e.account_id = :account and e.seq < :before
        order by e.seq desc
        """;

    private static final int FETCH = 2_000;

    private static final String LINE = """
        select t.seq, t.posting_id, t.leg, p.kind, t.debit_account, t.credit_account, t.amount, s.code as asset, s.scale,
          t.code, b.posted_at, p.effective_at, p.reference_type, p.reference_id, b.height
        """;

    private static final String TRANSFERS = "from ledger.transfer t\n";

    /** By the entries' key, so that only this account's are read. */
    private static final String TRANSFERS_OF_ACCOUNT = "from ledger.entry e join ledger.transfer t on t.seq = e.seq\n";

    private static final String POSTING = "join ledger.posting p on p.id = t.posting_id\n";

    private static final String BEHIND_A_LINE = POSTING + """
        join ledger.block b on b.height = p.block
        join ledger.asset s on s.id = t.asset_id
        """;

    private static final String BEFORE = "where t.seq < :before\n";

    private static final String JOURNAL = LINE + TRANSFERS + BEHIND_A_LINE + BEFORE;

    /** What a line shows is read for the lines that are found, and not for all that are looked through. */
    private static final String JOURNAL_OF_FOUND = "with found as materialized (%sorder by t.seq desc limit :max)\n"
            + LINE + "from found f join ledger.transfer t on t.seq = f.seq\n"
            + BEHIND_A_LINE
            + "order by t.seq desc";

    private static final String ENTRIES = """
        select e.account_id, a.code, a.owner_id, e.seq, e.version, e.amount, e.pending, e.balance, s.code as asset, s.scale
        from ledger.transfer t
        join ledger.entry e on e.seq = t.seq and e.account_id in (t.debit_account, t.credit_account)
        join ledger.account a on a.id = e.account_id
        join ledger.asset s on s.id = a.asset_id
        where t.posting_id = :posting and t.seq >= :first and t.seq < :end
        order by e.seq, e.account_id <> t.debit_account""";

    /** An account that did not move since is read from its own row, so only those that did cost a look at their entries. */
    private static final String TRIAL_BALANCE = """
        select s.code as asset, s.scale, a.code, count(*) as accounts,
          sum(greatest(-e.balance, 0)) as debits, sum(greatest(e.balance, 0)) as credits
        from ledger.account a
        join ledger.asset s on s.id = a.asset_id
        cross join lateral (
          select case when a.last_seq <= :seq then a.credits - a.debits
            else (select balance from ledger.entry where account_id = a.id and seq <= :seq order by seq desc limit 1) end as balance) e
        where a.version > 0 and e.balance is not null
        group by s.code, s.scale, a.code
        order by s.code, a.code""";

    private final JdbcClient jdbc;

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row of a trial balance with its asset. */
    record TrialBalanceRow(Asset asset, TrialBalanceLine line) {}

    List<StatementLine> statement(LedgerAccount account, long before, int max) {
        return jdbc.sql(STATEMENT + "limit :max")
                .param("account", account.id().value())
                .param("before", before)
                .param("max", max)
                .query((row, number) -> statementLine(row, account))
                .list();
    }

    /** All lines through one cursor; the caller's transaction holds the snapshot. */
    void forEachOf(LedgerAccount account, Consumer<StatementLine> reader) {
        jdbc.sql(STATEMENT)
                .param("account", account.id().value())
                .param("before", Long.MAX_VALUE)
                .withFetchSize(FETCH)
                .query(row -> {
                    reader.accept(statementLine(row, account));
                });
    }

    /** Transfers from one number on and before another. */
    record SeqRange(long first, long end) {
        boolean isEmpty() {
            return first >= end;
        }
    }

    /** The transfers of a period. A block is never posted before the one that it is built on, so the period is one range. */
    SeqRange range(@Nullable Period period) {
        return period == null
                ? new SeqRange(0, Long.MAX_VALUE)
                : new SeqRange(firstFrom(period.from()), firstFrom(period.to()));
    }

    private long firstFrom(Instant time) {
        return jdbc.sql(
                        "select first_seq from ledger.block where posted_at >= :time order by posted_at, height limit 1")
                .param("time", utc(time))
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
    }

    List<JournalLine> journal(JournalFilter filter, SeqRange range, int max) {
        JournalSearch search = JournalSearch.of(filter);
        return search.bind(jdbc.sql(JOURNAL_OF_FOUND.formatted(search.transfers())), range)
                .param("max", max)
                .query(JournalStore::journalLine)
                .list();
    }

    /** All lines through one cursor; the caller's transaction holds the snapshot. */
    void forEach(JournalFilter filter, SeqRange range, Consumer<JournalLine> reader) {
        JournalSearch search = JournalSearch.of(filter);
        search.bind(jdbc.sql(search.lines() + "order by t.seq desc"), range)
                .withFetchSize(FETCH)
                .query(row -> {
                    reader.accept(journalLine(row, 0));
                });
    }

    /** The posting that a transfer belongs to, with all its transfers. */
    List<JournalLine> linesOfPosting(long seq) {
        return jdbc.sql(JOURNAL + """
                and t.seq >= (select p.first_seq from ledger.transfer o join ledger.posting p on p.id = o.posting_id where o.seq = :seq)
                and t.posting_id = (select posting_id from ledger.transfer where seq = :seq)
                order by t.seq""")
                .param("before", seq + Posting.LEGS_MAX)
                .param("seq", seq)
                .query(JournalStore::journalLine)
                .list();
    }

    List<LedgerEntry> entries(List<JournalLine> lines) {
        return jdbc.sql(ENTRIES)
                .param("posting", lines.getFirst().posting())
                .param("first", lines.getFirst().seq())
                .param("end", lines.getLast().seq() + 1)
                .query(JournalStore::entryLine)
                .list();
    }

    List<JournalLine> linesBetween(long firstSeq, long endSeq) {
        return jdbc.sql(JOURNAL + "and t.seq >= :first order by t.seq")
                .param("before", endSeq)
                .param("first", firstSeq)
                .query(JournalStore::journalLine)
                .list();
    }

    /** The account's posted credits minus debits, directly after this transfer; empty if the account had no entry by then. */
    Optional<BigInteger> balanceAt(long account, long seq) {
        return jdbc.sql("""
                select balance from ledger.entry where account_id = :account and seq <= :seq order by seq desc limit 1""")
                .param("account", account)
                .param("seq", seq)
                .query((row, number) -> units(row, 1))
                .optional();
    }

    long lastSeq() {
        return jdbc.sql("select coalesce(max(seq), 0) from ledger.transfer")
                .query(Long.class)
                .single();
    }

    List<TrialBalanceRow> trialBalance(long seq) {
        return jdbc.sql(TRIAL_BALANCE)
                .param("seq", seq)
                .query((row, number) -> {
                    Asset asset = new Asset(row.getString("asset"), row.getInt("scale"));
                    return new TrialBalanceRow(
                            asset,
                            new TrialBalanceLine(
                                    AccountCode.of(row.getInt("code")),
                                    row.getLong("accounts"),
                                    new Money(asset, units(row, 5)),
                                    new Money(asset, units(row, 6))));
                })
                .list();
    }

    /** A filter of the journal as SQL: which transfers it finds in a range, with {@code t} for a transfer and {@code p} for its posting. */
    private static final class JournalSearch {
        private final StringBuilder conditions = new StringBuilder(BEFORE).append(" and t.seq >= :first");
        private final List<Object> values = new ArrayList<>();
        private final String source;
        private final boolean asksPosting;

        private JournalSearch(JournalFilter filter) {
            this.source = filter.account() == null ? TRANSFERS : TRANSFERS_OF_ACCOUNT;
            this.asksPosting = filter.kind() != null || filter.referenceType() != null || filter.referenceId() != null;
        }

        static JournalSearch of(JournalFilter filter) {
            JournalSearch search = new JournalSearch(filter);
            search.addAll(filter);
            return search;
        }

        /** Only the numbers of the transfers, from no more tables than the filter asks about. */
        String transfers() {
            return "select t.seq " + source + (asksPosting ? POSTING : "") + conditions + "\n";
        }

        /** With all that a line shows. */
        String lines() {
            return LINE + source + BEHIND_A_LINE + conditions + "\n";
        }

        StatementSpec bind(StatementSpec statement, SeqRange range) {
            StatementSpec bound = statement.param("before", range.end()).param("first", range.first());
            for (int index = 0; index < values.size(); index++) {
                bound = bound.param("v" + index, values.get(index));
            }
            return bound;
        }

        private void addAll(JournalFilter filter) {
            if (filter.account() != null) {
                add(
                        "e.account_id = %s and e.seq < :before and e.seq >= :first",
                        filter.account().value());
            }
            if (filter.code() != null) {
                add(
                        "exists (select from ledger.account a where a.id in (t.debit_account, t.credit_account) and a.code = %s)",
                        filter.code().number());
            }
            if (filter.asset() != null) {
                add("t.asset_id in (select id from ledger.asset where code = %s)", filter.asset());
            }
            if (filter.kind() != null) {
                add("p.kind = %s", filter.kind().number());
            }
            if (filter.referenceType() != null) {
                add("p.reference_type = %s", filter.referenceType());
            }
            if (filter.referenceId() != null) {
                // An id alone leads to a handful of postings, and each of them to its transfers.
                add("""
                        t.seq in (
                          select generate_series(o.first_seq, o.first_seq + o.legs - 1) from ledger.posting o
                          where o.first_seq is not null and o.id in (
                            select named.id from ledger.posting named where named.reference_id = %1$s
                            union all
                            select hand.posting from ledger.hand_posting hand
                             where hand.about = case when %1$s ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then cast(%1$s as uuid) end))
                        """, filter.referenceId());
            }
        }

        private void add(String condition, Object value) {
            conditions.append(" and ").append(condition.formatted(":v" + values.size()));
            values.add(value);
        }
    }

    private static StatementLine statementLine(ResultSet row, LedgerAccount account) throws SQLException {
        boolean debitSide = account.side() == NormalSide.DEBIT;
        return new StatementLine(
                row.getLong("seq"),
                id(row),
                PostingKind.of(row.getInt("kind")),
                instant(row, 4),
                instant(row, 5),
                new LedgerAccountId(row.getLong("counterparty")),
                row.getInt("code"),
                onNormalSide(account.asset(), row, 10, debitSide),
                onNormalSide(account.asset(), row, 11, debitSide),
                onNormalSide(account.asset(), row, 12, debitSide),
                row.getString("reference_type"),
                row.getString("reference_id"),
                Keeper.of(row.getInt("keeper")));
    }

    private static Money onNormalSide(Asset asset, ResultSet row, int column, boolean debitSide) throws SQLException {
        Money credits = new Money(asset, units(row, column));
        return debitSide ? credits.negated() : credits;
    }

    /** The columns of {@link #LINE} by number: a file has millions of lines, and a look-up by name costs as much as the value. */
    private static JournalLine journalLine(ResultSet row, int number) throws SQLException {
        return new JournalLine(
                row.getLong(1),
                Objects.requireNonNull(row.getObject(2, UUID.class)),
                row.getInt(3),
                PostingKind.of(row.getInt(4)),
                new LedgerAccountId(row.getLong(5)),
                new LedgerAccountId(row.getLong(6)),
                new Money(new Asset(row.getString(8), row.getInt(9)), units(row, 7)),
                row.getInt(10),
                instant(row, 11),
                instant(row, 12),
                row.getString(13),
                row.getString(14),
                row.getLong(15));
    }

    private static LedgerEntry entryLine(ResultSet row, int number) throws SQLException {
        Asset asset = new Asset(row.getString("asset"), row.getInt("scale"));
        return new LedgerEntry(
                new LedgerAccountId(row.getLong("account_id")),
                AccountCode.of(row.getInt("code")),
                row.getString("owner_id"),
                row.getLong("seq"),
                row.getLong("version"),
                new Money(asset, units(row, 6)),
                new Money(asset, units(row, 7)),
                new Money(asset, units(row, 8)));
    }

    private static UUID id(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("posting_id", UUID.class));
    }
}
