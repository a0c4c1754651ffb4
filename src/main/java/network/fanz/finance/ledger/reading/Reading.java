package network.fanz.finance.ledger.reading;

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
import network.fanz.finance.ledger.Block;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.NewLedgerAccount.Side;
import network.fanz.finance.ledger.Recorded;
import network.fanz.finance.ledger.StatementLine;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.ledger.Verification;
import network.fanz.finance.ledger.books.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What people read in the books. Nothing here waits for a batch, and no batch waits for it. */
public final class Reading {
    private final JournalStore journal;
    private final ChainStore chain;
    private final TransactionTemplate snapshot;
    private final int pageMax;

    public Reading(DataSource source, int pageMax) {
        JdbcClient jdbc = JdbcClient.create(source);
        this.journal = new JournalStore(jdbc);
        this.chain = new ChainStore(jdbc);
        this.pageMax = pageMax;
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    public Page<StatementLine> statement(LedgerAccount account, @Nullable String after, int limit) {
        int max = Math.clamp(limit, 1, pageMax);
        return page(journal.statement(account, before(after), max + 1), max, StatementLine::seq);
    }

    public Page<JournalLine> journal(JournalFilter filter, @Nullable String after, int limit) {
        int max = Math.clamp(limit, 1, pageMax);
        return page(journal.journal(filter, before(after), max + 1), max, JournalLine::seq);
    }

    public Recorded recorded(long seq) {
        List<JournalLine> lines = journal.postingOf(seq);
        if (lines.isEmpty()) {
            throw new NotFound("transfer");
        }
        Sealed sealed = sealed(lines.getFirst().block());
        return new Recorded(lines, journal.entries(lines), block(sealed), Verifier.matches(chain, sealed));
    }

    public Block block(long height) {
        return block(sealed(height));
    }

    public Optional<Block> lastBlock() {
        return chain.lastBlock().map(Reading::block);
    }

    public boolean isSound(long height) {
        return Verifier.matches(chain, sealed(height));
    }

    public List<JournalLine> linesOf(Block block) {
        return journal.between(block.firstSeq(), block.firstSeq() + block.transfers());
    }

    public Money balanceAt(LedgerAccount account, long seq) {
        BigInteger credits = journal.balanceAt(account.id().value(), seq).orElse(BigInteger.ZERO);
        return new Money(account.asset(), account.side() == Side.DEBIT ? credits.negate() : credits);
    }

    public List<TrialBalance> trialBalance(@Nullable Long asked) {
        return inSnapshot(() -> {
            long seq = asked == null ? journal.lastSeq() : Math.min(asked, journal.lastSeq());
            Map<network.fanz.common.Asset, List<TrialBalance.Line>> byAsset = new LinkedHashMap<>();
            for (JournalStore.Sum sum : journal.trialBalance(seq)) {
                byAsset.computeIfAbsent(sum.asset(), asset -> new java.util.ArrayList<>())
                        .add(sum.line());
            }
            return byAsset.entrySet().stream()
                    .map(each -> TrialBalance.of(each.getKey(), seq, each.getValue()))
                    .toList();
        });
    }

    public Verification verify() {
        return inSnapshot(() -> new Verifier(chain).verify());
    }

    private <T> T inSnapshot(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    private Sealed sealed(long height) {
        return chain.block(height).orElseThrow(() -> new NotFound("block"));
    }

    private static Block block(Sealed sealed) {
        HexFormat hex = HexFormat.of();
        return new Block(
                sealed.height(),
                sealed.firstSeq(),
                sealed.transfers(),
                hex.formatHex(sealed.previousHash()),
                hex.formatHex(sealed.hash()),
                sealed.postedAt());
    }

    private static long before(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return Optional.of(after)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new InvalidField("after", "The place that the page before named."));
    }

    /** One row more than a page was read, to know whether there is another page. */
    private static <T> Page<T> page(List<T> rows, int max, ToLongFunction<T> seq) {
        if (rows.size() <= max) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, max);
        return new Page<>(items, Long.toString(seq.applyAsLong(items.getLast())));
    }
}
