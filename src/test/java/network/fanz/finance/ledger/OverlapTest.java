package network.fanz.finance.ledger;

import static network.fanz.finance.ledger.Rig.leg;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Batches so large that they overlap, from two engines that stand in each other's way, on connections that break now and then: whatever
 * was foreseen wrongly is drafted anew. The seed is printed; {@code -Dledger.seed=N} repeats the postings, not their order.
 */
@Tag("database")
class OverlapTest {
    private static final int CALLERS = 1_200;
    private static final int EACH = 4;
    private static final int WALLETS = 150;
    private static final int KEYS = 20;
    private static final int ONE_FAULT_IN = 150;

    private final long seed = Long.getLong("ledger.seed", System.nanoTime());
    private final Map<Posting, Outcome> answers = new ConcurrentHashMap<>();

    @Test
    void overlappingBatchesOfTwoEnginesLeaveSoundBooksAndNeverAnswerDifferently() throws InterruptedException {
        System.out.println("ledger overlap: seed " + seed);
        try (Rig rig = new Rig();
                Ledger one = rig.ledger(faulty(rig, 1));
                Ledger other = rig.ledger(faulty(rig, 2))) {
            List<LedgerAccountId> wallets = new ArrayList<>();
            for (int number = 0; number < WALLETS; number++) {
                wallets.add(rig.wallet("owner-" + number, 200));
            }
            callAll(rig, wallets, one, other);
            assertThat(rig.ledger.verify().findings()).as("seed %d", seed).isEmpty();
            assertThat(rig.ledger.trialBalance()).allMatch(TrialBalance::balanced);
            assertThat(answers).hasSize(CALLERS * EACH);
            answers.forEach((posting, answer) ->
                    assertThat(rig.record(posting)).as("a retry of %s", posting).isEqualTo(answer));
            assertThat(eventsOutOfOrder(rig)).as("seed %d", seed).isEmpty();
        }
    }

    private javax.sql.DataSource faulty(Rig rig, int number) {
        Random faults = new Random(seed + number);
        return new FaultySource(
                rig.pool,
                () -> {
                    synchronized (faults) {
                        return faults.nextLong();
                    }
                },
                ONE_FAULT_IN);
    }

    private void callAll(Rig rig, List<LedgerAccountId> wallets, Ledger one, Ledger other) throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            Random random = new Random(seed + 10 + number);
            // Nearly all ask the first engine, so that it has batches under way when the second comes between.
            Ledger ledger = number % 40 == 0 ? other : one;
            callers.add(Thread.ofVirtual().start(() -> call(rig, wallets, ledger, random)));
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void call(Rig rig, List<LedgerAccountId> wallets, Ledger ledger, Random random) {
        for (int time = 0; time < EACH; time++) {
            int debit = random.nextInt(WALLETS);
            int credit = (debit + 1 + random.nextInt(WALLETS - 1)) % WALLETS;
            Leg leg = leg(wallets.get(debit), wallets.get(credit), 1 + random.nextInt(40));
            String key = Integer.toString(random.nextInt(KEYS));
            UUID id = new UUID(random.nextLong(), random.nextLong());
            Posting posting = Posting.post(id, List.of(leg), "overlap", key, rig.clock.instant());
            answers.put(posting, ledger.recordTransaction(posting));
        }
    }

    /** Accepted postings whose event stands before that of an earlier one of the same key, or that have not exactly one. */
    private static List<UUID> eventsOutOfOrder(Rig rig) {
        return rig.asOwner().sql("""
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
