package network.fanz.finance.ledger.engine;

import static network.fanz.finance.ledger.LedgerFixture.leg;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerFixture;
import network.fanz.finance.ledger.LedgerSettings;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.ledger.rules.Ticket;
import network.fanz.platform.events.TestEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Batches so large that they overlap, from two engines that stand in each other's way, on connections that break now and then: whatever
 * was foreseen wrongly is drafted anew. The seed is printed; {@code -Dledger.seed=N} repeats the postings, not their order.
 */
@Tag("database")
class OverlappingBatchesTest {
    private static final int CALLERS = 1_200;
    private static final int EACH = 4;
    private static final int WALLETS = 150;
    private static final int KEYS = 20;
    private static final int REPEATED = 60;
    private static final int SHARE = 1_000;
    private static final int ONE_FAULT_IN = 150;

    private final long seed = Long.getLong("ledger.seed", System.nanoTime());
    private final Map<Posting, PostingOutcome> answers = new ConcurrentHashMap<>();
    private final Queue<Posting> answeredDifferently = new ConcurrentLinkedQueue<>();
    private final List<Posting> repeated = new ArrayList<>();

    @Test
    @Timeout(900)
    void overlappingBatchesOfTwoEnginesLeaveSoundBooksAndNeverAnswerDifferently() throws InterruptedException {
        System.out.println("ledger overlap: seed " + seed);
        try (LedgerFixture fixture = new LedgerFixture();
                Ledger one = fixture.ledger(faulty(fixture, 1));
                Ledger other = fixture.ledger(faulty(fixture, 2))) {
            List<LedgerAccountId> wallets = new ArrayList<>();
            for (int number = 0; number < WALLETS; number++) {
                wallets.add(fixture.wallet("owner-" + number, 200));
            }
            Random random = new Random(seed + 3);
            for (int number = 0; number < REPEATED; number++) {
                repeated.add(drawn(fixture, wallets, random));
            }
            callAll(fixture, wallets, one, other);
            assertThat(fixture.ledger.verify().findings()).as("seed %d", seed).isEmpty();
            assertThat(fixture.ledger.trialBalance()).allMatch(TrialBalance::balanced);
            assertThat(answeredDifferently).as("seed %d", seed).isEmpty();
            assertThat(answers).hasSize(CALLERS * EACH + REPEATED);
            answers.forEach((posting, answer) -> assertThat(fixture.record(posting))
                    .as("a retry of %s", posting)
                    .isEqualTo(answer));
            assertThat(eventsOutOfOrder(fixture)).as("seed %d", seed).isEmpty();
        }
    }

    /** The first batch ends with the posting that the second begins with: were both written at once, each would wait for the other. */
    @Test
    @Timeout(900)
    void aPostingThatIsInTwoBatchesAtOnceHoldsUpNeither() {
        LedgerSettings settings = new LedgerSettings(
                20_000, SHARE, 3, Duration.ofSeconds(30), Duration.ofSeconds(1), 1_000, 100, BigInteger.TEN);
        try (LedgerFixture fixture = new LedgerFixture()) {
            ConnectionGate connectionGate = new ConnectionGate(fixture.pool);
            BatchCommitter batchCommitter = new BatchCommitter(
                    connectionGate, fixture.clock, TestEvents.on(fixture.pool, fixture.clock), settings.retryFor());
            List<LedgerAccountId> wallets = List.of(fixture.bank(), fixture.wallet("fan"));
            Random random = new Random(seed);
            delayWrites(fixture, "slow");
            try (GroupCommit groupCommit = new GroupCommit(batchCommitter, settings)) {
                for (int round = 0; round < 3; round++) {
                    List<Ticket> tickets = new ArrayList<>();
                    for (int number = 0; number < 2 * SHARE; number++) {
                        tickets.add(Ticket.of(
                                Keeper.PAYMENTS, paidIn(fixture, wallets, random, number == 0 ? "slow" : "1")));
                    }
                    tickets.set(
                            SHARE,
                            Ticket.of(Keeper.PAYMENTS, tickets.get(SHARE - 1).posting()));
                    Ticket first = Ticket.of(Keeper.PAYMENTS, paidIn(fixture, wallets, random, "1"));
                    connectionGate.shut();
                    groupCommit.submitAll(List.of(first));
                    connectionGate.awaitSomebody();
                    groupCommit.submitAll(tickets);
                    connectionGate.open();
                    tickets.forEach(
                            ticket -> assertThat(ticket.answer().join()).isInstanceOf(PostingOutcome.Accepted.class));
                    assertThat(tickets.get(SHARE).answer().join())
                            .isEqualTo(tickets.get(SHARE - 1).answer().join());
                }
            }
            assertThat(fixture.ledger.verify().findings()).as("seed %d", seed).isEmpty();
        }
    }

    /** Lets nobody have a connection while it is shut, so that what comes meanwhile fills batches to the brim. */
    private static final class ConnectionGate extends DelegatingDataSource {
        private final Semaphore semaphore = new Semaphore(1);

        ConnectionGate(DataSource source) {
            super(source);
        }

        void shut() {
            semaphore.acquireUninterruptibly();
        }

        void awaitSomebody() {
            while (!semaphore.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
        }

        void open() {
            semaphore.release();
        }

        @Override
        public Connection getConnection() throws SQLException {
            semaphore.acquireUninterruptibly();
            semaphore.release();
            return super.getConnection();
        }
    }

    /** Whoever writes a posting with this reference takes so long over it that the next batch comes first. */
    private static void delayWrites(LedgerFixture fixture, String reference) {
        fixture.asOwner().sql("""
            create function public.dawdle() returns trigger language plpgsql as $$
              begin perform pg_sleep(0.2); return new; end $$;
            create trigger dawdle before insert on ledger.posting
              for each row when (new.reference_id = '%s') execute function public.dawdle()""".formatted(reference)).update();
    }

    private static Posting paidIn(LedgerFixture fixture, List<LedgerAccountId> wallets, Random random, String key) {
        Leg leg = leg(wallets.getFirst(), wallets.getLast(), 1);
        return Posting.post(
                new UUID(random.nextLong(), random.nextLong()), List.of(leg), "overlap", key, fixture.clock.instant());
    }

    private DataSource faulty(LedgerFixture fixture, int number) {
        Random faults = new Random(seed + number);
        return new FaultyDataSource(
                fixture.pool,
                () -> {
                    synchronized (faults) {
                        return faults.nextLong();
                    }
                },
                ONE_FAULT_IN);
    }

    private void callAll(LedgerFixture fixture, List<LedgerAccountId> wallets, Ledger one, Ledger other)
            throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            Random random = new Random(seed + 10 + number);
            // Nearly all ask the first engine, so that it has batches under way when the second comes between.
            Ledger ledger = number % 40 == 0 ? other : one;
            callers.add(Thread.ofVirtual().start(() -> call(fixture, wallets, ledger, random)));
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void call(LedgerFixture fixture, List<LedgerAccountId> wallets, Ledger ledger, Random random) {
        for (int time = 0; time < EACH; time++) {
            ask(ledger, drawn(fixture, wallets, random));
            // Several callers ask for the same at the same time, as a client and a job do that both repeat a call.
            ask(ledger, repeated.get(random.nextInt(REPEATED)));
        }
    }

    private void ask(Ledger ledger, Posting posting) {
        PostingOutcome answer = ledger.recordTransaction(Keeper.PAYMENTS, posting);
        PostingOutcome before = answers.putIfAbsent(posting, answer);
        if (before != null && !before.equals(answer)) {
            answeredDifferently.add(posting);
        }
    }

    private static Posting drawn(LedgerFixture fixture, List<LedgerAccountId> wallets, Random random) {
        int debit = random.nextInt(WALLETS);
        int credit = (debit + 1 + random.nextInt(WALLETS - 1)) % WALLETS;
        Leg leg = leg(wallets.get(debit), wallets.get(credit), 1 + random.nextInt(40));
        String key = Integer.toString(random.nextInt(KEYS));
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return Posting.post(id, List.of(leg), "overlap", key, fixture.clock.instant());
    }

    /** Accepted postings whose event stands before that of an earlier one of the same key, or that have not exactly one. */
    private static List<UUID> eventsOutOfOrder(LedgerFixture fixture) {
        return fixture.asOwner().sql("""
                        with told as (
                          select (payload ->> 'posting')::uuid as posting, seq,
                            lag((payload ->> 'firstSeq')::bigint) over (partition by key order by seq) as before,
                            (payload ->> 'firstSeq')::bigint as first_seq
                          from events.event where type = 'transaction_posted')
                        select posting from told where before > first_seq
                        union all
                        select p.id from ledger.posting p left join told t on t.posting = p.id
                        where p.reason = 0 group by p.id having count(t.seq) <> 1
                        """).query(UUID.class).list();
    }
}
