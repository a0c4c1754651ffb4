package network.fanz.finance.ledger.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerAccountState;
import network.fanz.finance.ledger.LedgerFixture;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.NormalSide;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.rules.Draft.BalanceChange;
import org.junit.jupiter.api.Test;

/** Drafts that the rules would never make: each is refused, and the message says which invariant it breaks. */
class DraftInvariantsTest {
    private static final Instant NOW = LedgerFixture.START;
    private static final BigInteger ZERO = BigInteger.ZERO;
    private static final Map<Long, AccountBalance> BEFORE = Map.of(
            1L, account(1, NormalSide.NONE), 2L, account(2, NormalSide.CREDIT), 3L, account(3, NormalSide.CREDIT));

    @Test
    void refusesADraftThatLeavesAPostingUnanswered() {
        refuses(
                "every posting that was asked for has one outcome",
                draft -> new Draft(
                        draft.block(),
                        draft.postings(),
                        draft.transfers(),
                        draft.changes(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void refusesABlockThatFollowsAnotherHead() {
        refuses("a block follows the head that it was drafted on", draft -> withBlock(draft, block(7, NOW)));
    }

    @Test
    void refusesABlockThatIsOlderThanTheOneBefore() {
        Instant before = Instant.EPOCH.minusSeconds(1);
        refuses("a block is not older than the one before it", draft -> withBlock(draft, block(1, before)));
    }

    @Test
    void refusesTransfersWithAGap() {
        refuses(
                "transfers are numbered without a gap",
                draft -> withTransfer(
                        draft,
                        one -> new Transfer(
                                one.seq() + 1, one.posting(), one.legIndex(), one.leg(), one.debit(), one.credit())));
    }

    @Test
    void refusesATransferThatMakesMoney() {
        refuses(
                "what one account gives the other one gets",
                draft -> withTransfer(
                        draft,
                        one -> new Transfer(
                                one.seq(),
                                one.posting(),
                                one.legIndex(),
                                one.leg(),
                                one.debit(),
                                oneMore(one.credit()))));
    }

    @Test
    void refusesATransferThatBelongsToNoPosting() {
        refuses(
                "every transfer belongs to an accepted posting",
                draft -> new Draft(
                        draft.block(),
                        List.of(),
                        draft.transfers(),
                        draft.changes(),
                        List.of(),
                        List.of(),
                        draft.outcomes()));
    }

    @Test
    void refusesAnAccountThatIsNotTheSumOfItsEntries() {
        refuses(
                "an account is the sum of its entries",
                draft -> withLastChange(draft, change -> new BalanceChange(0, credited(change.after(), 6))));
    }

    @Test
    void refusesAnAccountThatChangesWithoutAnEntry() {
        refuses("an account changes if, and only if, it has an entry", draft -> withChanges(draft, List.of()));
    }

    @Test
    void refusesAnAccountThatIsWrittenOverAVersionNobodyRead() {
        refuses(
                "an account is written over the version that was read",
                draft -> withLastChange(draft, change -> new BalanceChange(9, change.after())));
    }

    @Test
    void refusesAnAccountBelowItsMinimum() {
        refuses(
                "no account is overdrawn, or larger than its column",
                draft -> withLastChange(
                        draft,
                        change -> new BalanceChange(0, like(change.after(), LedgerAccountState.OPEN, BigInteger.TEN))));
    }

    @Test
    void refusesABlockThatBeginsAtAnotherNumberOrMiscounts() {
        refuses(
                "a block's first transfer has the head's next number",
                draft -> withBlock(draft, new SealedBlock(1, 2, 1, new byte[32], new byte[32], NOW)));
        refuses(
                "a block counts its transfers",
                draft -> withBlock(draft, new SealedBlock(1, 1, 2, new byte[32], new byte[32], NOW)));
    }

    @Test
    void refusesAPostingThatBeginsElsewhere() {
        refuses(
                "a posting begins where the one before it ends",
                draft -> new Draft(
                        draft.block(),
                        draft.postings().stream()
                                .map(posting -> beginningAt(posting, 2))
                                .toList(),
                        draft.transfers(),
                        draft.changes(),
                        List.of(),
                        List.of(),
                        draft.outcomes()));
    }

    @Test
    void refusesATransferWithinOneAccount() {
        refuses(
                "a transfer has two accounts",
                draft -> withTransfer(draft, one -> between(one, one.credit(), one.credit())));
    }

    @Test
    void refusesATransferThatHoldsMoreOnOneSide() {
        refuses(
                "what is held on one side is held on the other",
                draft -> withTransfer(
                        draft,
                        one -> between(
                                one,
                                new Entry(1, 1, one.debit().amount(), BigInteger.TEN, ZERO, ZERO, ZERO),
                                one.credit())));
    }

    @Test
    void refusesAChangeOfAnAccountThatNobodyReadOrThatHasNoEntry() {
        String invariant = "an account changes if, and only if, it has an entry";
        refuses(
                invariant,
                draft -> withLastChange(draft, change -> new BalanceChange(0, account(9, NormalSide.CREDIT))));
        refuses(
                invariant,
                draft -> withLastChange(draft, change -> new BalanceChange(0, account(3, NormalSide.CREDIT))));
    }

    @Test
    void refusesAnAccountWithMoreVersionsThanEntries() {
        refuses(
                "an account has a version for each entry",
                draft -> withLastChange(
                        draft, change -> new BalanceChange(0, change.after().credit(ZERO, ZERO, 1))));
    }

    @Test
    void refusesAnAccountWithLessThanNothingHeld() {
        String invariant = "no account has less than nothing held";
        BigInteger less = BigInteger.ONE.negate();
        refuses(
                invariant,
                draft -> withLastChange(draft, change -> new BalanceChange(0, held(change.after(), less, ZERO))));
        refuses(
                invariant,
                draft -> withLastChange(draft, change -> new BalanceChange(0, held(change.after(), ZERO, less))));
    }

    @Test
    void refusesAClosedAccountThatMoves() {
        refuses(
                "a closed account does not move",
                draft -> withLastChange(
                        draft, change -> new BalanceChange(0, like(change.after(), LedgerAccountState.CLOSED, ZERO))));
    }

    /** Five units go from the first account to the second one. */
    private static void refuses(String invariant, UnaryOperator<Draft> breaking) {
        Leg leg = new Leg(new LedgerAccountId(1), new LedgerAccountId(2), Money.of(Asset.USD, 5), 1);
        Ticket ticket = Ticket.of(Keeper.PAYMENTS, Posting.post(new UUID(1, 1), List.of(leg), "test", "1", NOW));
        Draft draft = new PostingRules(Head.NONE, NOW, Map.of(), BEFORE, Map.of()).apply(List.of(ticket));
        Draft broken = breaking.apply(draft);
        assertThatThrownBy(() -> DraftInvariants.check(Head.NONE, BEFORE, broken, 1))
                .isInstanceOf(LedgerInvariantBroken.class)
                .hasMessageContaining(invariant);
    }

    private static SealedBlock block(long height, Instant postedAt) {
        return new SealedBlock(height, 1, 1, new byte[32], new byte[32], postedAt);
    }

    private static Draft withBlock(Draft draft, SealedBlock block) {
        return new Draft(
                block, draft.postings(), draft.transfers(), draft.changes(), List.of(), List.of(), draft.outcomes());
    }

    private static Draft withTransfer(Draft draft, UnaryOperator<Transfer> change) {
        List<Transfer> transfers = draft.transfers().stream().map(change).toList();
        return new Draft(
                draft.block(), draft.postings(), transfers, draft.changes(), List.of(), List.of(), draft.outcomes());
    }

    private static Draft withLastChange(Draft draft, UnaryOperator<BalanceChange> change) {
        List<BalanceChange> changes = new ArrayList<>(draft.changes());
        changes.add(change.apply(changes.removeLast()));
        return withChanges(draft, changes);
    }

    private static Draft withChanges(Draft draft, List<BalanceChange> changes) {
        return new Draft(
                draft.block(), draft.postings(), draft.transfers(), changes, List.of(), List.of(), draft.outcomes());
    }

    private static Entry oneMore(Entry entry) {
        return new Entry(
                entry.account(),
                entry.version(),
                entry.amount().add(BigInteger.ONE),
                entry.pending(),
                entry.balance(),
                entry.pendingDebits(),
                entry.pendingCredits());
    }

    private static AccountBalance account(long id, NormalSide side) {
        return new AccountBalance(id, 1, Asset.USD, side, LedgerAccountState.OPEN, ZERO, ZERO, ZERO, ZERO, ZERO, 0, 0);
    }

    private static AccountBalance credited(AccountBalance of, long credits) {
        return new AccountBalance(
                of.id(),
                of.assetId(),
                of.asset(),
                of.side(),
                of.state(),
                of.minimum(),
                of.debits(),
                BigInteger.valueOf(credits),
                of.pendingDebits(),
                of.pendingCredits(),
                of.version(),
                of.lastSeq());
    }

    private static AccountBalance like(AccountBalance of, LedgerAccountState state, BigInteger minimum) {
        return new AccountBalance(
                of.id(),
                of.assetId(),
                of.asset(),
                of.side(),
                state,
                minimum,
                of.debits(),
                of.credits(),
                of.pendingDebits(),
                of.pendingCredits(),
                of.version(),
                of.lastSeq());
    }

    private static PostingRow beginningAt(PostingRow of, long firstSeq) {
        return new PostingRow(
                of.id(),
                of.keeper(),
                of.requestHash(),
                of.kind(),
                of.reason(),
                firstSeq,
                of.legs(),
                of.refersTo(),
                of.expiresAt(),
                of.referenceType(),
                of.referenceId(),
                of.effectiveAt());
    }

    private static Transfer between(Transfer of, Entry debit, Entry credit) {
        return new Transfer(of.seq(), of.posting(), of.legIndex(), of.leg(), debit, credit);
    }

    private static AccountBalance held(AccountBalance of, BigInteger pendingDebits, BigInteger pendingCredits) {
        return new AccountBalance(
                of.id(),
                of.assetId(),
                of.asset(),
                of.side(),
                of.state(),
                of.minimum(),
                of.debits(),
                of.credits(),
                pendingDebits,
                pendingCredits,
                of.version(),
                of.lastSeq());
    }
}
