package network.fanz.finance.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.platform.events.TestEvents;
import network.fanz.platform.settings.Defaults;
import network.fanz.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real ledgers on a real database, and a clock that a test sets. */
public final class LedgerFixture implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    public final LedgerClock clock = new LedgerClock();
    public final TestDatabase database = TestDatabase.fresh();
    public final HikariDataSource pool = pool(database.asProgram());
    public final Ledger ledger = ledger(pool);

    public Ledger ledger(DataSource source) {
        return new Ledger(source, clock, TestEvents.on(source, clock), Defaults.of(LedgerSettings.class));
    }

    public JdbcClient asOwner() {
        return JdbcClient.create(database.asOwner());
    }

    public static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    public LedgerAccountId bank() {
        return ledger.createAccount(NewLedgerAccount.unbounded("platform", AccountCode.PROVIDER_CLEARING, Asset.USD));
    }

    public LedgerAccountId wallet(String owner) {
        return ledger.createAccount(NewLedgerAccount.credit(owner, AccountCode.FAN_WALLET, Asset.USD));
    }

    /** A wallet with so many cents in it. */
    public LedgerAccountId wallet(String owner, long cents) {
        LedgerAccountId wallet = wallet(owner);
        if (cents > 0) {
            record(post(leg(bank(), wallet, cents)));
        }
        return wallet;
    }

    public PostingOutcome record(Posting posting) {
        return ledger.recordTransaction(Keeper.PAYMENTS, posting);
    }

    public PostingOutcome.Accepted accepted(Posting posting) {
        return (PostingOutcome.Accepted) record(posting);
    }

    public RejectionReason refused(Posting posting) {
        return ((PostingOutcome.Rejected) record(posting)).reason();
    }

    /** Gives back what was held too long. */
    public int sweep() {
        return ledger.sweep();
    }

    public long balance(LedgerAccountId account) {
        return ledger.account(account).balance().units().longValueExact();
    }

    public Posting post(Leg... legs) {
        return Posting.post(id(), List.of(legs), "test", "1", START);
    }

    public Posting pending(Duration expiresAfter, Leg... legs) {
        return Posting.pending(id(), List.of(legs), expiresAfter, "test", "1", START);
    }

    public Posting postPending(UUID pending) {
        return Posting.postPending(id(), pending, "test", "1", START);
    }

    public Posting voidPending(UUID pending) {
        return Posting.voidPending(id(), pending, "test", "1", START);
    }

    public Posting reversal(UUID posting) {
        return Posting.reversal(id(), posting, "test", "1", START);
    }

    public UUID id() {
        return Ids.next(clock);
    }

    public static Leg leg(LedgerAccountId debit, LedgerAccountId credit, long cents) {
        return new Leg(debit, credit, Money.of(Asset.USD, cents), 1);
    }

    @Override
    public void close() {
        ledger.close();
        pool.close();
    }

    /** Stands still until a test moves it. */
    public static final class LedgerClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(START);

        public void move(Duration by) {
            now.updateAndGet(instant -> instant.plus(by));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
