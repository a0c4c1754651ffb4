package network.fanz.finance.ledger.queries;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import network.fanz.platform.postgres.SnapshotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The read side of the ledger. No query waits for a batch, and no batch waits for a query. */
public final class LedgerQueries {
    private static final long SEARCH_SPAN_MAX = 20_000;

    private final JournalStore journal;
    private final LedgerChainStore chain;
    private final TransactionTemplate snapshot;
    private final SnapshotStore longSnapshot;
    private final int pageMax;
    private final long searchSpan;

    public LedgerQueries(DataSource source, int pageMax) {
        this(source, pageMax, SEARCH_SPAN_MAX);
    }

    /** @param searchSpan how many transfers a page looks through at most, where no index leads to its lines */
    LedgerQueries(DataSource source, int pageMax, long searchSpan) {
        JdbcClient jdbc = JdbcClient.create(source);
        this.journal = new JournalStore(jdbc);
        this.chain = new LedgerChainStore(jdbc);
        this.longSnapshot = new SnapshotStore(source);
        this.pageMax = pageMax;
        this.searchSpan = searchSpan;
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    public Page<StatementLine> statement(LedgerAccount account, @Nullable String after, int limit) {
        int max = Math.clamp(limit, 1, pageMax);
        return page(journal.statement(account, parseCursor(after), max + 1), max, StatementLine::seq);
    }

    /**
     * A filter that no index serves looks through so many transfers at a time. A page may then hold fewer lines than were asked for and
     * still say where the search goes on.
     */
    public Page<JournalLine> journal(JournalFilter filter, @Nullable String after, int limit) {
        int max = Math.clamp(limit, 1, pageMax);
        JournalStore.SeqRange all = journal.range(filter.period());
        long end = Math.min(all.end(), parseCursor(after));
        if (!filter.isSearched()) {
            return page(
                    journal.journal(filter, new JournalStore.SeqRange(all.first(), end), max + 1),
                    max,
                    JournalLine::seq);
        }
        end = Math.min(end, journal.lastSeq() + 1);
        JournalStore.SeqRange span = new JournalStore.SeqRange(Math.max(all.first(), end - searchSpan), end);
        List<JournalLine> found = span.isEmpty() ? List.of() : journal.journal(filter, span, max + 1);
        boolean more = found.size() <= max && span.first() > Math.max(all.first(), 1) && !span.isEmpty();
        return more ? new Page<>(found, Long.toString(span.first())) : page(found, max, JournalLine::seq);
    }

    /** All lines, newest first, as they are at one moment. */
    public void forEachLine(JournalFilter filter, Consumer<JournalLine> reader) {
        longSnapshot.read(() -> journal.forEach(filter, journal.range(filter.period()), reader));
    }

    /** All lines, newest first, as they are at one moment. */
    public void forEachLine(LedgerAccount account, Consumer<StatementLine> reader) {
        longSnapshot.read(() -> journal.forEachOf(account, reader));
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
