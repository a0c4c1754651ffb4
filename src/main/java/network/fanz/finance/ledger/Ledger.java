package network.fanz.finance.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.finance.ledger.engine.BatchCommitter;
import network.fanz.finance.ledger.engine.GroupCommit;
import network.fanz.finance.ledger.engine.HoldExpiry;
import network.fanz.finance.ledger.engine.LedgerAccountStore;
import network.fanz.finance.ledger.queries.LedgerQueries;
import network.fanz.finance.ledger.rules.Ticket;
import network.fanz.platform.events.Events;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The double-entry ledger: opens accounts, records postings and reads them back. */
public final class Ledger implements AutoCloseable {
    private final LedgerAccountStore accounts;
    private final GroupCommit groupCommit;
    private final HoldExpiry expiry;
    private final LedgerQueries queries;
    private final Semaphore verifying = new Semaphore(1);
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;

    Ledger(DataSource source, Clock clock, Events events, LedgerSettings settings) {
        this.clock = clock;
        this.accounts = new LedgerAccountStore(JdbcClient.create(source));
        this.groupCommit = new GroupCommit(new BatchCommitter(source, clock, events, settings.retryFor()), settings);
        this.expiry = new HoldExpiry(accounts, groupCommit, clock, settings);
        this.queries = new LedgerQueries(source, settings.pageMax());
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Opens an account. The same owner, code and asset always give the same account. The account is durable when this method returns, even
     * if the caller's own transaction fails: postings on other connections must see it.
     *
     * @throws AssetScaleFixed if the asset is counted in another scale
     * @throws LedgerAccountDiffers if the account exists with another side or minimum
     */
    public LedgerAccountId createAccount(NewLedgerAccount account) {
        return inOwnTransaction(() -> createAccountWithin(account));
    }

    /** As {@link #createAccount}, but durable with the caller's transaction. */
    LedgerAccountId createAccountWithin(NewLedgerAccount account) {
        int asset = accounts.assetId(account.asset());
        LedgerAccount opened = accounts.find(account.ownerId(), account.code(), asset)
                .orElseGet(() -> {
                    accounts.insert(account, asset, clock.instant());
                    return accounts.find(account.ownerId(), account.code(), asset)
                            .orElseThrow();
                });
        if (opened.side() != account.side() || !opened.minimum().equals(account.minimumBalance())) {
            throw new LedgerAccountDiffers(opened.id());
        }
        return opened.id();
    }

    /**
     * Records a posting and returns its outcome when that is durable. The posting commits in the ledger's own transaction, together with
     * others that arrive at the same time. A caller that fails before it gets the outcome repeats the call with the same id. Emits
     * {@code transaction_posted} when accepted.
     *
     * @param keeper the caller; it alone can post, void or reverse the posting later
     * @throws LedgerBusy if too many postings wait; nothing was recorded
     * @throws LedgerUnavailable if the outcome is not known; repeat the call with the same id
     */
    public PostingOutcome recordTransaction(Keeper keeper, Posting posting) {
        Ticket ticket = Ticket.of(keeper, posting);
        groupCommit.submit(ticket);
        try {
            return ticket.answer().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof LedgerUnavailable unavailable
                    ? unavailable
                    : new LedgerUnavailable(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable(interrupted);
        }
    }

    /** The books count this asset in another scale. */
    Optional<String> contradiction(Asset asset) {
        return accounts.scale(asset.code())
                .filter(scale -> scale != asset.scale())
                .map(scale -> "accounts in " + new Asset(asset.code(), scale));
    }

    /** Throws an exception unless the end of the chain can be read and new postings would be processed. */
    void checkHealth() {
        queries.lastBlock();
        if (!groupCommit.areAlive()) {
            throw new IllegalStateException("A lane has ended");
        }
    }

    /** @throws NotFound if there is no such account */
    public LedgerAccount account(LedgerAccountId account) {
        return findAccount(account).orElseThrow(() -> new NotFound("ledger account"));
    }

    Optional<LedgerAccount> findAccount(LedgerAccountId account) {
        return accounts.find(account.value());
    }

    /** Those of these accounts that there are, read at once. */
    public Map<LedgerAccountId, LedgerAccount> accounts(Collection<LedgerAccountId> ids) {
        return accounts.findAll(ids).stream().collect(Collectors.toMap(LedgerAccount::id, account -> account));
    }

    /** All accounts of an owner, oldest first. */
    public List<LedgerAccount> accountsOf(String ownerId) {
        return accounts.ofOwner(ownerId);
    }

    /** Freezes the account from the ledger's next batch on: only its holds can still move, to be posted or given back. */
    public void freezeAccount(LedgerAccountId account) {
        changeState(account, LedgerAccountState.FROZEN);
    }

    public void unfreezeAccount(LedgerAccountId account) {
        changeState(account, LedgerAccountState.OPEN);
    }

    /** @throws LedgerAccountInUse if it still has a balance or something pending */
    public void closeAccount(LedgerAccountId account) {
        changeState(account, LedgerAccountState.CLOSED);
    }

    private void changeState(LedgerAccountId id, LedgerAccountState state) {
        transaction.executeWithoutResult(status -> {
            accounts.lock(id.value());
            LedgerAccount account = account(id);
            boolean closed = account.state() == LedgerAccountState.CLOSED;
            if (state != account.state() && (closed || state == LedgerAccountState.CLOSED && !account.isEmpty())) {
                throw new LedgerAccountInUse(id);
            }
            accounts.setState(id.value(), state);
        });
    }

    /** The account's posted balance on its normal side, directly after this transfer. */
    public Money balanceAt(LedgerAccountId account, long seq) {
        return queries.balanceAt(account(account), seq);
    }

    /**
     * The account's lines, newest first.
     *
     * @param after the {@code next} of the previous page; null for the first page
     * @param limit how many lines at most; the settings' maximum also applies
     */
    public Page<StatementLine> statement(LedgerAccountId account, @Nullable String after, int limit) {
        return queries.statement(account(account), after, limit);
    }

    /**
     * All transfers that the filter selects, newest first. A page may hold fewer lines than it could, or none, and still have a
     * {@code next}: there the search goes on.
     */
    public Page<JournalLine> journal(JournalFilter filter, @Nullable String after, int limit) {
        return queries.journal(filter, after, limit);
    }

    /** The same, all of them as they are at one moment, however many there are. */
    public void forEachLine(JournalFilter filter, Consumer<JournalLine> reader) {
        queries.forEachLine(filter, reader);
    }

    /** All lines of the account's statement, newest first, as they are at one moment. */
    public void forEachLine(LedgerAccountId account, Consumer<StatementLine> reader) {
        queries.forEachLine(account(account), reader);
    }

    /**
     * The posting that a transfer belongs to, with its entries and their block.
     *
     * @throws NotFound if there is no such transfer
     */
    public RecordedPosting recordedPosting(long seq) {
        return queries.recordedPosting(seq);
    }

    /** @throws NotFound if the chain has no block of this height */
    public Block block(long height) {
        return queries.block(height);
    }

    /** The chain's end; empty before the first posting. */
    public Optional<Block> lastBlock() {
        return queries.lastBlock();
    }

    /** Whether the hash of the block's rows, computed again, equals the stored hash. */
    public boolean isSound(Block block) {
        return queries.isSound(block.height());
    }

    /** The transfers of a block, in order. */
    public List<JournalLine> linesOf(Block block) {
        return queries.linesOf(block);
    }

    /** One trial balance for each asset that has moved, as of now. */
    public List<TrialBalance> trialBalance() {
        return queries.trialBalance(null);
    }

    /** One trial balance for each asset that has moved, as of a transfer. */
    public List<TrialBalance> trialBalanceAt(long seq) {
        return queries.trialBalance(seq);
    }

    /**
     * Reads the whole ledger again and compares it with what was written. There is no time limit.
     *
     * @throws VerificationUnderWay if this node already runs a verification
     */
    public LedgerVerification verify() {
        if (!verifying.tryAcquire()) {
            throw new VerificationUnderWay();
        }
        try {
            return queries.verify();
        } finally {
            verifying.release();
        }
    }

    /**
     * Writes down the cause of something that the verification finds, so that it does not hide what comes later. It is durable with the
     * caller's transaction.
     *
     * @throws InvalidField if the verification does not find it
     */
    void acknowledge(AcknowledgedFinding finding) {
        if (!verify().findings().contains(finding.finding()) || !queries.acknowledge(finding)) {
            throw new InvalidField("finding", "Write it as the verification says it; it is not among what was found.");
        }
    }

    /** Gives back expired holds and returns how many they were. */
    int sweep() {
        return expiry.sweep();
    }

    void startSweeping(long everyMillis) {
        expiry.start(everyMillis);
    }

    private <T> T inOwnTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    }

    /** Takes no more postings, and returns when all waiting postings have an outcome. */
    @Override
    public void close() {
        expiry.close();
        groupCommit.close();
    }
}
