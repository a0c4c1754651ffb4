package network.fanz.finance.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import network.fanz.common.Money;
import network.fanz.common.NotFound;
import network.fanz.common.Page;
import network.fanz.finance.ledger.books.Ticket;
import network.fanz.finance.ledger.engine.AccountStore;
import network.fanz.finance.ledger.engine.Clerk;
import network.fanz.finance.ledger.engine.Expiry;
import network.fanz.finance.ledger.engine.Lanes;
import network.fanz.finance.ledger.reading.Reading;
import network.fanz.platform.events.Events;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The books. */
public final class Ledger implements AutoCloseable {
    private final AccountStore accounts;
    private final Lanes lanes;
    private final Expiry expiry;
    private final Reading reading;
    private final Semaphore verifying = new Semaphore(1);
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;

    Ledger(DataSource source, Clock clock, Events events, LedgerSettings settings) {
        this.clock = clock;
        this.accounts = new AccountStore(JdbcClient.create(source));
        this.lanes = new Lanes(new Clerk(source, clock, events, settings.retryFor()), settings);
        this.expiry = new Expiry(accounts, lanes, clock, settings);
        this.reading = new Reading(source, settings.pageMax());
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Opens an account; the same owner, code and asset always give the same account. It is durable when this returns, whatever becomes
     * of the caller's own transaction: postings on other connections must see it.
     *
     * @throws AssetScaleFixed if the asset is counted in another scale
     * @throws AccountDiffers if the account exists with another side or minimum
     */
    public LedgerAccountId createAccount(NewLedgerAccount account) {
        return alone(() -> createAccountWithin(account));
    }

    /** The same, durable with the caller's transaction. */
    LedgerAccountId createAccountWithin(NewLedgerAccount account) {
        int asset = accounts.asset(account.asset());
        LedgerAccount opened = accounts.find(account.ownerId(), account.code(), asset)
                .orElseGet(() -> {
                    accounts.insert(account, asset, clock.instant());
                    return accounts.find(account.ownerId(), account.code(), asset)
                            .orElseThrow();
                });
        if (opened.side() != account.side() || !opened.minimum().equals(account.minimumBalance())) {
            throw new AccountDiffers(opened.id());
        }
        return opened.id();
    }

    /**
     * Records a posting and answers when it is durable. It has its own transaction, shared with others that arrive at the same time:
     * whoever dies before the answer repeats the call with the same id. Emits {@code transaction_posted} when accepted.
     *
     * @throws LedgerBusy if too many postings wait; nothing was recorded
     * @throws LedgerUnavailable if the outcome is not known; repeat the call with the same id
     */
    public Outcome recordTransaction(Posting posting) {
        Ticket ticket = Ticket.of(posting);
        lanes.submit(ticket);
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

    /** Throws unless the end of the chain can be read, and postings that come in would be taken up. */
    void check() {
        reading.lastBlock();
        if (!lanes.areAlive()) {
            throw new IllegalStateException("A lane has ended");
        }
    }

    /**
     * What the account holds on the side it grows on, posted entries only.
     *
     * @throws NotFound if there is no such account
     */
    public Money balance(LedgerAccountId account) {
        return account(account).balance();
    }

    /** @throws NotFound if there is no such account */
    public LedgerAccount account(LedgerAccountId account) {
        return accounts.find(account.value()).orElseThrow(() -> new NotFound("ledger account"));
    }

    /** All accounts of an owner, oldest first. */
    public List<LedgerAccount> accountsOf(String ownerId) {
        return accounts.ofOwner(ownerId);
    }

    /** From its next batch on the ledger refuses to move anything on this account but its holds, which are still posted or given back. */
    public void freezeAccount(LedgerAccountId account) {
        changeState(account, LedgerAccount.State.FROZEN);
    }

    public void unfreezeAccount(LedgerAccountId account) {
        changeState(account, LedgerAccount.State.OPEN);
    }

    /** @throws AccountInUse if it still has a balance or something pending */
    public void closeAccount(LedgerAccountId account) {
        changeState(account, LedgerAccount.State.CLOSED);
    }

    private void changeState(LedgerAccountId id, LedgerAccount.State state) {
        transaction.executeWithoutResult(status -> {
            accounts.lock(id.value());
            LedgerAccount account = account(id);
            boolean shut = account.state() == LedgerAccount.State.CLOSED;
            if (state != account.state() && (shut || state == LedgerAccount.State.CLOSED && !account.isEmpty())) {
                throw new AccountInUse(id);
            }
            accounts.setState(id.value(), state);
        });
    }

    /** What the account held on the side it grows on once this transfer was posted. */
    public Money balanceAt(LedgerAccountId account, long seq) {
        return reading.balanceAt(account(account), seq);
    }

    /**
     * The account's lines, newest first.
     *
     * @param after the {@code next} of the page before; null for the first
     * @param limit how many at most; more than the settings allow are not given
     */
    public Page<StatementLine> statement(LedgerAccountId account, @Nullable String after, int limit) {
        return reading.statement(account(account), after, limit);
    }

    /** All transfers that the filter lets through, newest first. */
    public Page<JournalLine> journal(JournalFilter filter, @Nullable String after, int limit) {
        return reading.journal(filter, after, limit);
    }

    /**
     * The posting that a transfer belongs to, with its entries and their block.
     *
     * @throws NotFound if there is no such transfer
     */
    public Recorded recorded(long seq) {
        return reading.recorded(seq);
    }

    /** @throws NotFound if the chain is not that high */
    public Block block(long height) {
        return reading.block(height);
    }

    /** The chain's end; nothing before the first posting. */
    public Optional<Block> lastBlock() {
        return reading.lastBlock();
    }

    /** Whether a block's rows, hashed anew, still give its hash. */
    public boolean isSound(Block block) {
        return reading.isSound(block.height());
    }

    /** The transfers of a block, in order. */
    public List<JournalLine> linesOf(Block block) {
        return reading.linesOf(block);
    }

    /** One for each asset that has moved, by now. */
    public List<TrialBalance> trialBalance() {
        return reading.trialBalance(null);
    }

    /** The same as of a transfer. */
    public List<TrialBalance> trialBalanceAt(long seq) {
        return reading.trialBalance(seq);
    }

    /**
     * Reads all books anew and compares them with what was written; takes as long as that takes.
     *
     * @throws VerificationUnderWay if this node is doing so already
     */
    public Verification verify() {
        if (!verifying.tryAcquire()) {
            throw new VerificationUnderWay();
        }
        try {
            return reading.verify();
        } finally {
            verifying.release();
        }
    }

    /** Gives back what was held too long; returns how many holds that were. */
    int sweep() {
        return expiry.sweep();
    }

    void startSweeping(long everyMillis) {
        expiry.start(everyMillis);
    }

    private <T> T alone(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(ownTransaction.execute(status -> work.get()));
    }

    /** Takes no more postings, and returns when all that waited are answered. */
    @Override
    public void close() {
        expiry.close();
        lanes.close();
    }
}
