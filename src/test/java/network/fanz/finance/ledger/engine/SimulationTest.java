package network.fanz.finance.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerSettings;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.Rig;
import network.fanz.finance.ledger.TrialBalance;
import network.fanz.finance.ledger.books.Model;
import network.fanz.finance.ledger.books.Script;
import network.fanz.finance.ledger.books.Ticket;
import network.fanz.platform.events.Events;
import network.fanz.platform.events.TestEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two engines on one database, whose connections break now and then, against the model: random postings, retries, expiries and
 * freezes. The seed is printed; {@code -Dledger.seed=N} repeats a run, {@code -Dledger.steps=N} makes it longer.
 */
@Tag("database")
class SimulationTest {
    private static final int WALLETS = 8;
    private static final int BATCH_MAX = 40;
    private static final int ONE_FAULT_IN = 25;

    private final long seed = Long.getLong("ledger.seed", System.nanoTime());
    private final int steps = Integer.getInteger("ledger.steps", 120);
    private final Random random = new Random(seed);

    @Test
    void twoEnginesWithBreakingConnectionsAnswerAsTheModelDoes() {
        System.out.println("ledger simulation: seed " + seed + ", " + steps + " steps");
        try (Rig rig = new Rig();
                Lanes one = lanes(rig);
                Lanes other = lanes(rig)) {
            Model model = new Model();
            Script script = new Script(random, accounts(rig, model));
            for (int step = 0; step < steps; step++) {
                send(random.nextBoolean() ? one : other, rig, script, model);
                happen(rig, model);
            }
            compare(rig, model);
        }
    }

    /** One lane each, so that postings are applied in the order in which they are sent. */
    private Lanes lanes(Rig rig) {
        FaultySource source = new FaultySource(rig.database.asProgram(), new Random(random.nextLong()), ONE_FAULT_IN);
        Events events = TestEvents.on(source, rig.clock);
        LedgerSettings one =
                new LedgerSettings(1_000, BATCH_MAX / 2, 1, Duration.ofSeconds(30), Duration.ofSeconds(1), 1_000, 100);
        return new Lanes(new Clerk(source, rig.clock, events, one.retryFor()), one);
    }

    private List<LedgerAccountId> accounts(Rig rig, Model model) {
        List<LedgerAccountId> accounts = new ArrayList<>(List.of(rig.bank()));
        model.accounts.put(accounts.getFirst().value(), new Model.Account(false));
        for (int number = 0; number < WALLETS; number++) {
            LedgerAccountId wallet = rig.wallet("owner-" + number);
            accounts.add(wallet);
            model.accounts.put(wallet.value(), new Model.Account(true));
        }
        return accounts;
    }

    private void send(Lanes lanes, Rig rig, Script script, Model model) {
        List<Posting> postings = new ArrayList<>();
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        List<Ticket> tickets = new ArrayList<>();
        for (int count = 1 + random.nextInt(BATCH_MAX); count > 0; count--) {
            Ticket ticket = Ticket.of(script.next(rig.clock.instant()));
            postings.add(ticket.posting());
            answers.add(ticket.answer());
            tickets.add(ticket);
        }
        // One after the other each is settled alone; all at once they share batches.
        if (random.nextBoolean()) {
            lanes.submitAll(tickets);
        } else {
            tickets.forEach(lanes::submit);
        }
        for (int place = 0; place < postings.size(); place++) {
            Posting posting = postings.get(place);
            Outcome outcome = answers.get(place).join();
            Outcome.Reason said = outcome instanceof Outcome.Rejected rejected ? rejected.reason() : null;
            assertThat(said).as("seed %d, %s", seed, posting).isEqualTo(model.record(posting, rig.clock.instant()));
        }
    }

    private void happen(Rig rig, Model model) {
        switch (random.nextInt(8)) {
            case 0, 1 -> rig.clock.move(Duration.ofSeconds(random.nextInt(40)));
            case 2 -> {
                rig.sweep();
                model.sweep(rig.clock.instant());
            }
            case 3 -> {
                LedgerAccountId wallet = rig.wallet("owner-" + random.nextInt(WALLETS));
                Model.Account account = model.accounts.get(wallet.value());
                account.frozen = !account.frozen;
                if (account.frozen) {
                    rig.ledger.freezeAccount(wallet);
                } else {
                    rig.ledger.unfreezeAccount(wallet);
                }
            }
            default -> {}
        }
    }

    private void compare(Rig rig, Model model) {
        model.accounts.forEach((id, expected) -> {
            LedgerAccount account = rig.ledger.account(new LedgerAccountId(id));
            assertThat(account.credits().subtract(account.debits()).longValueExact())
                    .isEqualTo(expected.posted);
            assertThat(account.pendingDebits().longValueExact()).isEqualTo(expected.heldOut);
            assertThat(account.pendingCredits().longValueExact()).isEqualTo(expected.heldIn);
        });
        assertThat(rig.ledger.verify().findings()).as("seed %d", seed).isEmpty();
        assertThat(rig.ledger.trialBalance()).allMatch(TrialBalance::balanced);
        assertThat(largestBatch(rig)).as("seed %d, the largest batch", seed).isGreaterThan(BATCH_MAX / 4);
        assertThat(accepted(rig)).as("one event an accepted posting").isEqualTo(events(rig));
    }

    private static long largestBatch(Rig rig) {
        return rig.asOwner()
                .sql("select max(size) from (select count(*) as size from ledger.posting group by block) batch")
                .query(Long.class)
                .single();
    }

    private static long accepted(Rig rig) {
        return rig.asOwner()
                .sql("select count(*) from ledger.posting where reason = 0")
                .query(Long.class)
                .single();
    }

    private static long events(Rig rig) {
        return rig.asOwner()
                .sql("select count(*) from events.event where type = 'transaction_posted'")
                .query(Long.class)
                .single();
    }
}
