package network.fanz.finance.ledger.rules;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerAccountState;
import network.fanz.finance.ledger.LedgerFixture;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NormalSide;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;
import org.jspecify.annotations.Nullable;

/** Books of a few accounts in memory, on which a test lets the rules decide. */
final class SmallBooks {
    static final Instant NOW = LedgerFixture.START;
    static final long BANK = 1;
    static final long WALLET = 2;
    static final long EARNINGS = 3;
    static final long CLOSED = 4;
    static final long FROZEN = 5;
    static final long EUROS = 6;
    static final long EXPENSES = 7;

    final Map<Long, AccountBalance> accounts = new HashMap<>();
    final Map<UUID, ReferencedPosting> stored = new HashMap<>();
    Head head = Head.NONE;
    Instant now = NOW;

    SmallBooks() {
        put(BANK, Asset.USD, NormalSide.NONE, LedgerAccountState.OPEN);
        put(WALLET, Asset.USD, NormalSide.CREDIT, LedgerAccountState.OPEN);
        put(EARNINGS, Asset.USD, NormalSide.CREDIT, LedgerAccountState.OPEN);
        put(CLOSED, Asset.USD, NormalSide.NONE, LedgerAccountState.CLOSED);
        put(FROZEN, Asset.USD, NormalSide.NONE, LedgerAccountState.FROZEN);
        put(EUROS, Asset.EUR, NormalSide.NONE, LedgerAccountState.OPEN);
        put(EXPENSES, Asset.USD, NormalSide.DEBIT, LedgerAccountState.OPEN);
    }

    private void put(long id, Asset asset, NormalSide side, LedgerAccountState state) {
        BigInteger none = BigInteger.ZERO;
        int assetId = asset.equals(Asset.USD) ? 1 : 2;
        accounts.put(id, new AccountBalance(id, assetId, asset, side, state, none, none, none, none, none, 0, 0));
    }

    /** A wallet with nothing in it. */
    void openWallet(long id) {
        put(id, Asset.USD, NormalSide.CREDIT, LedgerAccountState.OPEN);
    }

    /** An account of that state in place of the one that is there. */
    void put(long id, LedgerAccountState state) {
        AccountBalance was = accounts.get(id);
        put(id, was.asset(), was.side(), state);
    }

    /** An earlier batch has held five cents of the bank for the wallet, until {@code NOW}. */
    void hold() {
        BigInteger five = BigInteger.valueOf(5);
        stored.put(new UUID(0, 1), heldUntilNow(null, null));
        accounts.compute(BANK, (id, bank) -> bank.debit(BigInteger.ZERO, five, 0));
        accounts.compute(WALLET, (id, wallet) -> wallet.credit(BigInteger.ZERO, five, 0));
    }

    /** The hold was ended since. */
    void endHold(PostingKind by, UUID byId) {
        stored.put(new UUID(0, 1), heldUntilNow(by, byId));
    }

    private static ReferencedPosting heldUntilNow(@Nullable PostingKind by, @Nullable UUID byId) {
        LegRow leg = new LegRow(BANK, WALLET, BigInteger.valueOf(5), 1, 1);
        return new ReferencedPosting(
                new UUID(0, 1), Keeper.PAYMENTS, "test", PostingKind.PENDING, NOW, List.of(leg), by, byId);
    }

    Draft draft(Posting... postings) {
        return draft(Keeper.PAYMENTS, postings);
    }

    Draft draft(Keeper keeper, Posting... postings) {
        return draftOf(Arrays.stream(postings)
                .map(posting -> Ticket.of(keeper, posting))
                .toList());
    }

    Draft draftOf(List<Ticket> tickets) {
        return new PostingRules(head, now, Map.of(), accounts, stored).apply(tickets);
    }

    /** What the last of these postings is refused for; null where it is accepted. */
    @Nullable RejectionReason refusal(Posting... postings) {
        return refusal(draft(postings).outcomes().getLast());
    }

    static @Nullable RejectionReason refusal(PostingOutcome outcome) {
        return outcome instanceof PostingOutcome.Rejected rejected ? rejected.reason() : null;
    }

    static Leg leg(long debit, long credit, long cents) {
        return new Leg(LedgerAccountId.of(debit), LedgerAccountId.of(credit), Money.of(Asset.USD, cents), 1);
    }

    static Posting post(long id, Leg... legs) {
        return Posting.post(new UUID(0, id), List.of(legs), "test", "1", NOW);
    }

    static Posting pending(long id, Leg... legs) {
        return Posting.pending(new UUID(0, id), List.of(legs), null, "test", "1", NOW);
    }

    static Posting postPending(long id, long pending) {
        return Posting.postPending(new UUID(0, id), new UUID(0, pending), "test", "1", NOW);
    }

    static Posting voidPending(long id, long pending) {
        return Posting.voidPending(new UUID(0, id), new UUID(0, pending), "test", "1", NOW);
    }

    static Posting reversal(long id, long posting) {
        return Posting.reversal(new UUID(0, id), new UUID(0, posting), "test", "1", NOW);
    }

    /** Only the numbers of the ids, for a short list. */
    static List<Long> numbers(List<PostingRow> postings) {
        List<Long> numbers = new ArrayList<>();
        postings.forEach(posting -> numbers.add(posting.id().getLeastSignificantBits()));
        return numbers;
    }
}
