package network.fanz.finance.ledger.rules;

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
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerAccountState;
import network.fanz.finance.ledger.LedgerFixture;
import network.fanz.finance.ledger.NormalSide;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;

/** The rules alone, without a database: what holds for every batch that anyone could send. */
class PostingRulesTest {
    private static final Instant NOW = LedgerFixture.START;
    private static final int ACCOUNTS = 5;
    private static final BigInteger ZERO = BigInteger.ZERO;

    @Property(tries = 300)
    void everyAssetSumsToZeroAndNoBoundIsBroken(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        Draft draft = books(Map.of()).apply(tickets(seed, size));
        BigInteger sum =
                draft.changedBalances().stream().map(AccountBalance::net).reduce(ZERO, BigInteger::add);
        assertThat(sum).isEqualTo(ZERO);
        assertThat(draft.changedBalances()).allMatch(balance -> balance.violation() == null);
        assertThat(draft.changedBalances())
                .allMatch(balance -> balance.pendingDebits().signum() >= 0);
    }

    @Property(tries = 300)
    void versionsAreGaplessAndTheLastEntryIsTheAccount(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        Draft draft = books(Map.of()).apply(tickets(seed, size));
        Map<Long, Entry> last = new HashMap<>();
        for (Transfer transfer : draft.transfers()) {
            for (Entry entry : List.of(transfer.debit(), transfer.credit())) {
                Entry before = last.put(entry.account(), entry);
                assertThat(entry.version()).isEqualTo(before == null ? 1 : before.version() + 1);
            }
        }
        assertThat(draft.changedBalances()).allSatisfy(balance -> {
            assertThat(last.get(balance.id()).version()).isEqualTo(balance.version());
            assertThat(last.get(balance.id()).balance()).isEqualTo(balance.net());
        });
    }

    @Property(tries = 300)
    void answersAsTheModelDoes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        List<Ticket> tickets = tickets(seed, size);
        Draft draft = books(Map.of()).apply(tickets);
        ReferenceLedger referenceLedger = model();
        for (int place = 0; place < size; place++) {
            assertThat(reason(draft.outcomes().get(place)))
                    .isEqualTo(referenceLedger.record(tickets.get(place).posting(), NOW));
        }
    }

    @Property(tries = 100)
    void aRetryOfTheWholeBatchGetsTheSameAnswersAndWritesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int size) {
        List<Ticket> tickets = tickets(seed, size);
        Draft first = books(Map.of()).apply(tickets);
        Map<UUID, PriorOutcome> stored = new HashMap<>();
        for (PostingRow posting : first.postings()) {
            stored.put(
                    posting.id(),
                    new PriorOutcome(
                            posting.id(),
                            posting.requestHash(),
                            posting.reason(),
                            posting.firstSeq(),
                            first.block().postedAt()));
        }
        Draft second = books(stored).apply(tickets);
        assertThat(second.outcomes()).isEqualTo(first.outcomes());
        assertThat(second.writesNothing()).isTrue();
    }

    @Property(tries = 100)
    void theSameBatchGivesTheSameBlock(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
        List<Ticket> tickets = tickets(seed, size);
        assertThat(books(Map.of()).apply(tickets).block().hash())
                .isEqualTo(books(Map.of()).apply(tickets).block().hash());
    }

    private static @org.jspecify.annotations.Nullable RejectionReason reason(PostingOutcome outcome) {
        return outcome instanceof PostingOutcome.Rejected rejected ? rejected.reason() : null;
    }

    private static List<Ticket> tickets(long seed, int size) {
        RandomPostings randomPostings = new RandomPostings(
                new Random(seed),
                LongStream.rangeClosed(1, ACCOUNTS)
                        .mapToObj(LedgerAccountId::of)
                        .toList());
        List<Ticket> tickets = new ArrayList<>();
        for (int count = 0; count < size; count++) {
            tickets.add(Ticket.of(Keeper.PAYMENTS, randomPostings.next(NOW)));
        }
        return tickets;
    }

    /** The first account is the bank; it has no bound, so money can come in. */
    private static PostingRules books(Map<UUID, PriorOutcome> known) {
        Map<Long, AccountBalance> accounts = new HashMap<>();
        for (long id = 1; id <= ACCOUNTS; id++) {
            NormalSide side = id == 1 ? NormalSide.NONE : NormalSide.CREDIT;
            accounts.put(
                    id,
                    new AccountBalance(
                            id, 1, Asset.USD, side, LedgerAccountState.OPEN, ZERO, ZERO, ZERO, ZERO, ZERO, 0, 0));
        }
        return new PostingRules(Head.NONE, NOW, known, accounts, Map.of());
    }

    private static ReferenceLedger model() {
        ReferenceLedger referenceLedger = new ReferenceLedger();
        for (long id = 1; id <= ACCOUNTS; id++) {
            referenceLedger.accounts.put(id, new ReferenceLedger.ReferenceAccount(id != 1));
        }
        return referenceLedger;
    }
}
