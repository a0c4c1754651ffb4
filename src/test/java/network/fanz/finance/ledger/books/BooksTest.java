package network.fanz.finance.ledger.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import network.fanz.common.Asset;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.NewLedgerAccount.Side;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.ledger.Rig;

/** The rules alone, without a database: what holds for every batch that anyone could send. */
class BooksTest {
    private static final Instant NOW = Rig.START;
    private static final int ACCOUNTS = 5;
    private static final BigInteger ZERO = BigInteger.ZERO;

    @Property(tries = 300)
    void everyAssetSumsToZeroAndNoBoundIsBroken(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        Draft draft = books(Map.of()).apply(tickets(seed, size));
        BigInteger sum = draft.accounts().stream().map(Standing::net).reduce(ZERO, BigInteger::add);
        assertThat(sum).isEqualTo(ZERO);
        assertThat(draft.accounts()).allMatch(standing -> standing.broken() == null);
        assertThat(draft.accounts())
                .allMatch(standing -> standing.pendingDebits().signum() >= 0);
    }

    @Property(tries = 300)
    void versionsAreGaplessAndTheLastEntryIsTheAccount(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        Draft draft = books(Map.of()).apply(tickets(seed, size));
        Map<Long, Entry> last = new HashMap<>();
        for (Line line : draft.lines()) {
            for (Entry entry : List.of(line.debit(), line.credit())) {
                Entry before = last.put(entry.account(), entry);
                assertThat(entry.version()).isEqualTo(before == null ? 1 : before.version() + 1);
            }
        }
        assertThat(draft.accounts()).allSatisfy(standing -> {
            assertThat(last.get(standing.id()).version()).isEqualTo(standing.version());
            assertThat(last.get(standing.id()).balance()).isEqualTo(standing.net());
        });
    }

    @Property(tries = 300)
    void answersAsTheModelDoes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        List<Ticket> tickets = tickets(seed, size);
        Draft draft = books(Map.of()).apply(tickets);
        Model model = model();
        for (int place = 0; place < size; place++) {
            assertThat(reason(draft.answers().get(place)))
                    .isEqualTo(model.record(tickets.get(place).posting(), NOW));
        }
    }

    @Property(tries = 100)
    void aRetryOfTheWholeBatchGetsTheSameAnswersAndWritesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        List<Ticket> tickets = tickets(seed, size);
        Draft first = books(Map.of()).apply(tickets);
        Map<UUID, Stored> stored = new HashMap<>();
        for (Asked asked : first.postings()) {
            stored.put(
                    asked.id(),
                    new Stored(
                            asked.id(),
                            asked.request(),
                            asked.reason(),
                            asked.firstSeq(),
                            first.block().postedAt()));
        }
        Draft second = books(stored).apply(tickets);
        assertThat(second.answers()).isEqualTo(first.answers());
        assertThat(second.writesNothing()).isTrue();
    }

    @Property(tries = 100)
    void theSameBatchGivesTheSameBlock(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<Ticket> tickets = tickets(seed, size);
        assertThat(books(Map.of()).apply(tickets).block().hash())
                .isEqualTo(books(Map.of()).apply(tickets).block().hash());
    }

    private static Outcome.@org.jspecify.annotations.Nullable Reason reason(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.reason() : null;
    }

    private static List<Ticket> tickets(long seed, int size) {
        Script script = new Script(
                new Random(seed),
                LongStream.rangeClosed(1, ACCOUNTS)
                        .mapToObj(LedgerAccountId::of)
                        .toList());
        List<Ticket> tickets = new ArrayList<>();
        for (int count = 0; count < size; count++) {
            tickets.add(Ticket.of(script.next(NOW)));
        }
        return tickets;
    }

    /** The first account is the bank; it has no bound, so money can come in. */
    private static Books books(Map<UUID, Stored> known) {
        Map<Long, Standing> accounts = new HashMap<>();
        for (long id = 1; id <= ACCOUNTS; id++) {
            Side side = id == 1 ? Side.NONE : Side.CREDIT;
            accounts.put(
                    id,
                    new Standing(id, 1, Asset.USD, side, LedgerAccount.State.OPEN, ZERO, ZERO, ZERO, ZERO, ZERO, 0, 0));
        }
        return new Books(Head.NONE, NOW, known, accounts, Map.of());
    }

    private static Model model() {
        Model model = new Model();
        for (long id = 1; id <= ACCOUNTS; id++) {
            model.accounts.put(id, new Model.Account(id != 1));
        }
        return model;
    }
}
