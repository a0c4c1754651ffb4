package network.fanz.finance.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerFixture;
import network.fanz.finance.ledger.LedgerSettings;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.ledger.rules.RandomPostings;
import network.fanz.finance.ledger.rules.ReferenceLedger;
import network.fanz.finance.ledger.rules.Ticket;
import network.fanz.platform.events.Events;
import network.fanz.platform.events.TestEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two engines on one database, whose connections break now and then, against the model: random postings, retries, expiries and
 * freezes. The seed is printed; {@code -Dledger.seed=N} repeats a run, {@code -Dledger.steps=N} makes it longer.
 */
@Tag("database")
class LedgerSimulationTest {
    private static final int WALLETS = 8;
    private static final int BATCH_MAX = 40;
    private static final int ONE_FAULT_IN = 25;

    private final long seed = Long.getLong("ledger.seed", System.nanoTime());
    private final int steps = Integer.getInteger("ledger.steps", 120);
    private final Random random = new Random(seed);

    @Test
    void twoEnginesWithBreakingConnectionsAnswerAsTheModelDoes() {
        System.out.println("ledger simulation: seed " + seed + ", " + steps + " steps");
        try (LedgerFixture fixture = new LedgerFixture();
                HikariDataSource onesPool = LedgerFixture.pool(fixture.database.asProgram());
                HikariDataSource othersPool = LedgerFixture.pool(fixture.database.asProgram());
                GroupCommit one = lanes(fixture, onesPool);
                GroupCommit other = lanes(fixture, othersPool)) {
            ReferenceLedger referenceLedger = new ReferenceLedger();
            RandomPostings randomPostings = new RandomPostings(random, accounts(fixture, referenceLedger));
            for (int step = 0; step < steps; step++) {
                send(random.nextBoolean() ? one : other, fixture, randomPostings, referenceLedger);
                disturb(fixture, referenceLedger);
            }
            compare(fixture, referenceLedger);
        }
    }

    /** One lane each, so that postings are applied in the order in which they are sent. */
    private GroupCommit lanes(LedgerFixture fixture, DataSource pool) {
        FaultyDataSource source = new FaultyDataSource(pool, new Random(random.nextLong()), ONE_FAULT_IN);
        Events events = TestEvents.on(source, fixture.clock);
        LedgerSettings one = new LedgerSettings(
                1_000, BATCH_MAX / 2, 1, Duration.ofSeconds(30), Duration.ofSeconds(1), 1_000, 100, BigInteger.TEN);
        return new GroupCommit(new BatchCommitter(source, fixture.clock, events, one.retryFor()), one);
    }

    private List<LedgerAccountId> accounts(LedgerFixture fixture, ReferenceLedger referenceLedger) {
        List<LedgerAccountId> accounts = new ArrayList<>(List.of(fixture.bank()));
        referenceLedger.accounts.put(accounts.getFirst().value(), new ReferenceLedger.ReferenceAccount(false));
        for (int number = 0; number < WALLETS; number++) {
            LedgerAccountId wallet = fixture.wallet("owner-" + number);
            accounts.add(wallet);
            referenceLedger.accounts.put(wallet.value(), new ReferenceLedger.ReferenceAccount(true));
        }
        return accounts;
    }

    private void send(
            GroupCommit groupCommit,
            LedgerFixture fixture,
            RandomPostings randomPostings,
            ReferenceLedger referenceLedger) {
        List<Posting> postings = new ArrayList<>();
        List<CompletableFuture<PostingOutcome>> answers = new ArrayList<>();
        List<Ticket> tickets = new ArrayList<>();
        for (int count = 1 + random.nextInt(BATCH_MAX); count > 0; count--) {
            Ticket ticket = Ticket.of(Keeper.PAYMENTS, randomPostings.next(fixture.clock.instant()));
            postings.add(ticket.posting());
            answers.add(ticket.answer());
            tickets.add(ticket);
        }
        // One after the other each is settled alone; all at once they share batches.
        if (random.nextBoolean()) {
            groupCommit.submitAll(tickets);
        } else {
            tickets.forEach(groupCommit::submit);
        }
        for (int place = 0; place < postings.size(); place++) {
            Posting posting = postings.get(place);
            PostingOutcome outcome = answers.get(place).join();
            RejectionReason said = outcome instanceof PostingOutcome.Rejected rejected ? rejected.reason() : null;
            assertThat(said)
                    .as("seed %d, %s", seed, posting)
                    .isEqualTo(referenceLedger.record(posting, fixture.clock.instant()));
        }
    }

    private void disturb(LedgerFixture fixture, ReferenceLedger referenceLedger) {
        switch (random.nextInt(8)) {
            case 0, 1 -> fixture.clock.move(Duration.ofSeconds(random.nextInt(40)));
            case 2 -> {
                fixture.sweep();
                referenceLedger.sweep(fixture.clock.instant());
            }
            case 3 -> {
                LedgerAccountId wallet = fixture.wallet("owner-" + random.nextInt(WALLETS));
                ReferenceLedger.ReferenceAccount referenceAccount = referenceLedger.accounts.get(wallet.value());
                referenceAccount.frozen = !referenceAccount.frozen;
                if (referenceAccount.frozen) {
                    fixture.ledger.freezeAccount(wallet);
                } else {
                    fixture.ledger.unfreezeAccount(wallet);
                }
            }
            default -> {}
        }
    }

    private void compare(LedgerFixture fixture, ReferenceLedger referenceLedger) {
        referenceLedger.accounts.forEach((id, expected) -> {
            LedgerAccount account = fixture.ledger.account(new LedgerAccountId(id));
            assertThat(account.credits().subtract(account.debits()).longValueExact())
                    .isEqualTo(expected.posted);
            assertThat(account.pendingDebits().longValueExact()).isEqualTo(expected.heldOut);
            assertThat(account.pendingCredits().longValueExact()).isEqualTo(expected.heldIn);
        });
        assertThat(fixture.ledger.verify().findings()).as("seed %d", seed).isEmpty();
        assertThat(fixture.ledger.trialBalance()).allMatch(TrialBalance::balanced);
        assertThat(largestBatch(fixture)).as("seed %d, the largest batch", seed).isGreaterThan(BATCH_MAX / 4);
        assertThat(accepted(fixture)).as("one event an accepted posting").isEqualTo(events(fixture));
    }

    private static long largestBatch(LedgerFixture fixture) {
        return fixture.asOwner()
                .sql("select max(size) from (select count(*) as size from ledger.posting group by block) batch")
                .query(Long.class)
                .single();
    }

    private static long accepted(LedgerFixture fixture) {
        return fixture.asOwner()
                .sql("select count(*) from ledger.posting where reason = 0")
                .query(Long.class)
                .single();
    }

    private static long events(LedgerFixture fixture) {
        return fixture.asOwner()
                .sql("select count(*) from events.event where type = 'transaction_posted'")
                .query(Long.class)
                .single();
    }
}
