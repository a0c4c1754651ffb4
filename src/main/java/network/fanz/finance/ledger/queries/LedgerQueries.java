package network.fanz.finance.ledger.queries;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.finance.ledger.AcknowledgedFinding;
import network.fanz.finance.ledger.Block;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerVerification;
import network.fanz.finance.ledger.NormalSide;
import network.fanz.finance.ledger.RecordedPosting;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.ledger.TrialBalanceLine;
import network.fanz.finance.ledger.rules.SealedBlock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The read side of the ledger. No query waits for a batch, and no batch waits for a query. */
public final class LedgerQueries {
    private final JournalStore journal;
    private final LedgerChainStore chain;
    private final TransactionTemplate snapshot;
    private final int pageMax;

    public LedgerQueries(DataSource source, int pageMax) {
        JdbcClient jdbc = JdbcClient.create(source);
        this.journal = new JournalStore(jdbc);
        this.chain = new LedgerChainStore(jdbc);
        this.pageMax = pageMax;
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    public Page<StatementLine> statement(LedgerAccount account, @Nullable String after, int limit) {
        int max = Math.clamp(limit, 1, pageMax);
        return page(journal.statement(account, parseCursor(after), max + 1), max, StatementLine::seq);
    }

    public Page<JournalLine> journal(JournalFilter filter, @Nullable String after, int limit) {
        int max = Math.clamp(limit, 1, pageMax);
        return page(journal.journal(filter, parseCursor(after), max + 1), max, JournalLine::seq);
    }

    public RecordedPosting recordedPosting(long seq) {
        List<JournalLine> lines = journal.linesOfPosting(seq);
        if (lines.isEmpty()) {
            throw new NotFound("transfer");
        }
        SealedBlock block = sealedBlock(lines.getFirst().block());
        return new RecordedPosting(lines, journal.entries(lines), block(block), LedgerVerifier.matches(chain, block));
    }

    public Block block(long height) {
        return block(sealedBlock(height));
    }

    public Optional<Block> lastBlock() {
        return chain.lastBlock().map(LedgerQueries::block);
    }

    public boolean isSound(long height) {
        return LedgerVerifier.matches(chain, sealedBlock(height));
    }

    public List<JournalLine> linesOf(Block block) {
        return journal.linesBetween(block.firstSeq(), block.firstSeq() + block.transfers());
    }

    public Money balanceAt(LedgerAccount account, long seq) {
        BigInteger credits = journal.balanceAt(account.id().value(), seq).orElse(BigInteger.ZERO);
        return new Money(account.asset(), account.side() == NormalSide.DEBIT ? credits.negate() : credits);
    }

    public List<TrialBalance> trialBalance(@Nullable Long asOfSeq) {
        return inSnapshot(() -> {
            long seq = asOfSeq == null ? journal.lastSeq() : Math.min(asOfSeq, journal.lastSeq());
            Map<network.fanz.common.Asset, List<TrialBalanceLine>> byAsset = new LinkedHashMap<>();
            for (JournalStore.TrialBalanceRow row : journal.trialBalance(seq)) {
                byAsset.computeIfAbsent(row.asset(), asset -> new java.util.ArrayList<>())
                        .add(row.line());
            }
            return byAsset.entrySet().stream()
                    .map(entry -> TrialBalance.of(entry.getKey(), seq, entry.getValue()))
                    .toList();
        });
    }

    public LedgerVerification verify() {
        return inSnapshot(() -> new LedgerVerifier(chain, chain.acknowledged()).verify());
    }

    /** @return false if it is acknowledged already */
    public boolean acknowledge(AcknowledgedFinding finding) {
        return chain.insert(finding);
    }

    private <T> T inSnapshot(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    private SealedBlock sealedBlock(long height) {
        return chain.block(height).orElseThrow(() -> new NotFound("block"));
    }

    private static Block block(SealedBlock block) {
        HexFormat hex = HexFormat.of();
        return new Block(
                block.height(),
                block.firstSeq(),
                block.transfers(),
                hex.formatHex(block.previousHash()),
                hex.formatHex(block.hash()),
                block.postedAt());
    }

    private static long parseCursor(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return Optional.of(after)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new InvalidField("after", "Send what the page before gave as next."));
    }

    /** The rows are one more than a page has, if there is another page. */
    private static <T> Page<T> page(List<T> rows, int max, ToLongFunction<T> seq) {
        if (rows.size() <= max) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, max);
        return new Page<>(items, Long.toString(seq.applyAsLong(items.getLast())));
    }
}
