package network.fanz.finance.ledger.queries;

import static network.fanz.platform.postgres.Columns.instant;
import static network.fanz.platform.postgres.Columns.instantOrNull;
import static network.fanz.platform.postgres.Columns.units;
import static network.fanz.platform.postgres.Columns.utc;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.finance.ledger.AcknowledgedFinding;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.rules.Entry;
import network.fanz.finance.ledger.rules.LegRow;
import network.fanz.finance.ledger.rules.PostingRow;
import network.fanz.finance.ledger.rules.SealedBlock;
import network.fanz.finance.ledger.rules.Transfer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ledger's rows as they were written, so that they can be hashed again. */
public final class LedgerChainStore {
    private static final String BLOCK =
            "select height, first_seq, transfers, previous_hash, hash, posted_at from ledger.block ";

    private static final String POSTING = """
        select p.id, p.request, p.kind, p.reason, coalesce(p.first_seq, 0) as first_seq, p.legs, p.refers_to, p.expires_at,
          p.reference_type, p.reference_id, p.effective_at, p.block, p.keeper
        from ledger.posting p
        """;

    private static final String TRANSFERS = """
        select t.seq, t.posting_id, t.leg, t.debit_account, t.credit_account, t.amount, t.asset_id, t.code,
          d.version, d.amount, d.pending, d.balance, d.pending_debits, d.pending_credits,
          c.version, c.amount, c.pending, c.balance, c.pending_debits, c.pending_credits
        from ledger.transfer t
        left join ledger.entry d on d.account_id = t.debit_account and d.seq = t.seq
        left join ledger.entry c on c.account_id = t.credit_account and c.seq = t.seq
        where t.seq >= :first and t.seq < :end
        order by t.seq""";

    private static final String MISMATCHED_HOLDS = """
        select count(*) from (
          select p.id, p.expires_at from ledger.posting p
          where p.kind = 2 and p.reason = 0
            and not exists (select from ledger.posting r where r.refers_to = p.id and r.reason = 0)
        ) open full join ledger.hold h on h.posting_id = open.id
        where open.id is null or h.posting_id is null or open.expires_at is distinct from h.expires_at""";

    private static final String BROKEN_DIGESTS = """
        select
          (select count(*) from ledger.asset where digest <> ledger.asset_digest(code, scale))
          + (select count(*) from ledger.account
            where digest <> ledger.account_digest(owner_id, code, asset_id, side, state, minimum, opened_at))""";

    private final JdbcClient jdbc;

    LedgerChainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A posting and the height of the block that its row names. */
    record PostingInBlock(long block, PostingRow posting) {}

    /** A transfer whose entries may be missing. */
    record TransferRow(
            long seq,
            UUID posting,
            int legIndex,
            LegRow leg,
            @Nullable Entry debit,
            @Nullable Entry credit) {
        Optional<Transfer> transfer() {
            return debit == null || credit == null
                    ? Optional.empty()
                    : Optional.of(new Transfer(seq, posting, legIndex, leg, debit, credit));
        }
    }

    /** The state that an account's row shows. */
    record LedgerAccountRow(
            long id,
            int asset,
            long version,
            long lastSeq,
            BigInteger debits,
            BigInteger credits,
            BigInteger pendingDebits,
            BigInteger pendingCredits) {}

    /** For this transaction only: reading everything may take longer than any writing transaction should. */
    void liftTransactionTimeout() {
        jdbc.sql("select set_config('transaction_timeout', '0', true)")
                .query(String.class)
                .single();
    }

    List<SealedBlock> blocksAfter(long height, int max) {
        return jdbc.sql(BLOCK + "where height > :height order by height limit :max")
                .param("height", height)
                .param("max", max)
                .query(LedgerChainStore::block)
                .list();
    }

    Optional<SealedBlock> block(long height) {
        return jdbc.sql(BLOCK + "where height = :height")
                .param("height", height)
                .query(LedgerChainStore::block)
                .optional();
    }

    Optional<SealedBlock> lastBlock() {
        return jdbc.sql(BLOCK + "order by height desc limit 1")
                .query(LedgerChainStore::block)
                .optional();
    }

    List<TransferRow> transfers(long firstSeq, long endSeq) {
        return jdbc.sql(TRANSFERS)
                .param("first", firstSeq)
                .param("end", endSeq)
                .query(LedgerChainStore::readTransfer)
                .list();
    }

    /** The postings of these transfers, and the rejected postings of these blocks, in the order in which blocks hash them. */
    List<PostingInBlock> postings(long firstSeq, long endSeq, long firstHeight, long lastHeight) {
        return jdbc.sql("select * from (" + POSTING + """
                where p.id in (select t.posting_id from ledger.transfer t where t.seq >= :first and t.seq < :end)
                union all
                """ + POSTING + """
                where p.reason <> 0 and p.block between :low and :high) p
                order by block, reason <> 0, first_seq, id""")
                .param("first", firstSeq)
                .param("end", endSeq)
                .param("low", firstHeight)
                .param("high", lastHeight)
                .query((row, number) -> new PostingInBlock(row.getLong("block"), readPosting(row)))
                .list();
    }

    long countPostings() {
        return count("select count(*) from ledger.posting");
    }

    long countTransfers() {
        return count("select count(*) from ledger.transfer");
    }

    long countEntries() {
        return count("select count(*) from ledger.entry");
    }

    /** Pending postings without a hold, holds without a pending posting, and holds that end at another time. */
    long countMismatchedHolds() {
        return count(MISMATCHED_HOLDS);
    }

    /** Assets and accounts that were changed since they were opened. */
    long countBrokenDigests() {
        return count(BROKEN_DIGESTS);
    }

    /** Findings whose cause is known, by their sentences. */
    Map<String, AcknowledgedFinding> acknowledged() {
        return jdbc
                .sql("select finding, cause, by_whom, at from ledger.acknowledged_finding")
                .query((row, number) -> new AcknowledgedFinding(
                        row.getString("finding"),
                        row.getString("cause"),
                        new AccountId(row.getObject("by_whom", UUID.class)),
                        instant(row, 4)))
                .list()
                .stream()
                .collect(Collectors.toMap(AcknowledgedFinding::finding, Function.identity()));
    }

    boolean insert(AcknowledgedFinding finding) {
        return jdbc.sql("""
                insert into ledger.acknowledged_finding (finding, cause, by_whom, at) values (?, ?, ?, ?)
                on conflict do nothing""")
                        .params(finding.finding(), finding.cause(), finding.by().value(), utc(finding.at()))
                        .update()
                == 1;
    }

    void accounts(Consumer<LedgerAccountRow> each) {
        jdbc.sql("""
                select id, asset_id, version, last_seq, debits, credits, pending_debits, pending_credits
                from ledger.account""").query(row -> {
            each.accept(new LedgerAccountRow(
                    row.getLong(1),
                    row.getInt(2),
                    row.getLong(3),
                    row.getLong(4),
                    units(row, 5),
                    units(row, 6),
                    units(row, 7),
                    units(row, 8)));
        });
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private static SealedBlock block(ResultSet row, int number) throws SQLException {
        return new SealedBlock(
                row.getLong("height"),
                row.getLong("first_seq"),
                row.getInt("transfers"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"),
                instant(row, 6));
    }

    private static PostingRow readPosting(ResultSet row) throws SQLException {
        return new PostingRow(
                row.getObject("id", UUID.class),
                Keeper.of(row.getInt("keeper")),
                row.getBytes("request"),
                PostingKind.of(row.getInt("kind")),
                row.getInt("reason"),
                row.getLong("first_seq"),
                row.getInt("legs"),
                row.getObject("refers_to", UUID.class),
                instantOrNull(row, 8),
                row.getString("reference_type"),
                row.getString("reference_id"),
                instant(row, 11));
    }

    private static TransferRow readTransfer(ResultSet row, int number) throws SQLException {
        LegRow leg = new LegRow(row.getLong(4), row.getLong(5), units(row, 6), row.getInt(7), row.getInt(8));
        return new TransferRow(
                row.getLong(1),
                Objects.requireNonNull(row.getObject(2, UUID.class)),
                row.getInt(3),
                leg,
                entry(row, leg.debit(), 9),
                entry(row, leg.credit(), 15));
    }

    private static @Nullable Entry entry(ResultSet row, long account, int first) throws SQLException {
        if (row.getObject(first) == null) {
            return null;
        }
        return new Entry(
                account,
                row.getLong(first),
                units(row, first + 1),
                units(row, first + 2),
                units(row, first + 3),
                units(row, first + 4),
                units(row, first + 5));
    }
}
