package network.fanz.finance.ledger.rules;

import static network.fanz.finance.ledger.rules.SmallBooks.BANK;
import static network.fanz.finance.ledger.rules.SmallBooks.CLOSED;
import static network.fanz.finance.ledger.rules.SmallBooks.EARNINGS;
import static network.fanz.finance.ledger.rules.SmallBooks.EXPENSES;
import static network.fanz.finance.ledger.rules.SmallBooks.FROZEN;
import static network.fanz.finance.ledger.rules.SmallBooks.NOW;
import static network.fanz.finance.ledger.rules.SmallBooks.WALLET;
import static network.fanz.finance.ledger.rules.SmallBooks.leg;
import static network.fanz.finance.ledger.rules.SmallBooks.pending;
import static network.fanz.finance.ledger.rules.SmallBooks.post;
import static network.fanz.finance.ledger.rules.SmallBooks.postPending;
import static network.fanz.finance.ledger.rules.SmallBooks.refusal;
import static network.fanz.finance.ledger.rules.SmallBooks.reversal;
import static network.fanz.finance.ledger.rules.SmallBooks.voidPending;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerAccountState;
import network.fanz.finance.ledger.Leg;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.finance.ledger.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason to refuse a posting, and what lies just on this side of it. */
class PostingRefusalsTest {
    private final SmallBooks books = new SmallBooks();

    @ParameterizedTest
    @CsvSource({"99, ACCOUNT_UNKNOWN", "4, ACCOUNT_CLOSED", "5, ACCOUNT_FROZEN", "6, ASSET_MISMATCH"})
    void refusesALegThatOneOfTheTwoAccountsCannotTake(long account, RejectionReason reason) {
        assertThat(books.refusal(post(1, leg(account, BANK, 5)))).isEqualTo(reason);
        assertThat(books.refusal(post(2, leg(BANK, account, 5)))).isEqualTo(reason);
        assertThat(books.refusal(pending(3, leg(account, BANK, 5)))).isEqualTo(reason);
        assertThat(books.refusal(pending(4, leg(BANK, account, 5)))).isEqualTo(reason);
    }

    @Test
    void aClosedAccountIsSaidBeforeAFrozenOne() {
        assertThat(books.refusal(post(1, leg(CLOSED, FROZEN, 5)))).isEqualTo(RejectionReason.ACCOUNT_CLOSED);
        assertThat(books.refusal(post(2, leg(FROZEN, CLOSED, 5)))).isEqualTo(RejectionReason.ACCOUNT_CLOSED);
    }

    @Test
    void theSameCodeWithAnotherScaleIsAnotherAsset() {
        Leg finer = new Leg(LedgerAccountId.of(BANK), LedgerAccountId.of(WALLET), Money.of(new Asset("USD", 3), 5), 1);
        assertThat(books.refusal(post(1, finer))).isEqualTo(RejectionReason.ASSET_MISMATCH);
    }

    @Test
    void paysOutTheLastCentAndNotOneMore() {
        Posting in = post(1, leg(BANK, WALLET, 100));
        assertThat(books.refusal(in, post(2, leg(WALLET, EARNINGS, 100)))).isNull();
        assertThat(books.refusal(in, post(2, leg(WALLET, EARNINGS, 101))))
                .isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
        assertThat(books.refusal(in, pending(2, leg(WALLET, EARNINGS, 60)), post(3, leg(WALLET, EARNINGS, 41))))
                .isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
        assertThat(books.refusal(in, pending(2, leg(WALLET, EARNINGS, 60)), post(3, leg(WALLET, EARNINGS, 40))))
                .isNull();
    }

    @Test
    void anAccountThatGrowsByDebitsIsBoundOnTheOtherSide() {
        Posting in = post(1, leg(EXPENSES, BANK, 100));
        assertThat(books.refusal(in, post(2, leg(BANK, EXPENSES, 100)))).isNull();
        assertThat(books.refusal(in, post(2, leg(BANK, EXPENSES, 101)))).isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
        assertThat(books.refusal(in, pending(2, leg(BANK, EXPENSES, 60)), post(3, leg(BANK, EXPENSES, 41))))
                .isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
    }

    @Test
    void whatIsOnlyPromisedCoversNothing() {
        assertThat(books.refusal(pending(1, leg(BANK, WALLET, 100)), post(2, leg(WALLET, EARNINGS, 1))))
                .isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
    }

    @Test
    void refusesATotalOfMoreThan78Digits() {
        Money most = new Money(Asset.USD, BigInteger.TEN.pow(78).subtract(BigInteger.ONE));
        Leg all = new Leg(LedgerAccountId.of(BANK), LedgerAccountId.of(WALLET), most, 1);
        assertThat(books.refusal(post(1, all))).isNull();
        assertThat(books.refusal(post(1, all), post(2, leg(BANK, WALLET, 1)))).isEqualTo(RejectionReason.OUT_OF_RANGE);
        assertThat(books.refusal(post(1, all), post(2, leg(EXPENSES, WALLET, 1))))
                .isEqualTo(RejectionReason.OUT_OF_RANGE);
        assertThat(books.refusal(pending(1, all), pending(2, leg(EXPENSES, WALLET, 1))))
                .isEqualTo(RejectionReason.OUT_OF_RANGE);
        assertThat(books.refusal(pending(1, all), pending(2, leg(BANK, EARNINGS, 1))))
                .isEqualTo(RejectionReason.OUT_OF_RANGE);
    }

    @Test
    void aHoldEndsOnce() {
        Posting held = pending(1, leg(BANK, WALLET, 5));
        assertThat(books.refusal(held, postPending(2, 1))).isNull();
        assertThat(books.refusal(held, voidPending(2, 1))).isNull();
        assertThat(books.refusal(held, postPending(2, 1), voidPending(3, 1)))
                .isEqualTo(RejectionReason.PENDING_ALREADY_POSTED);
        assertThat(books.refusal(held, voidPending(2, 1), postPending(3, 1)))
                .isEqualTo(RejectionReason.PENDING_ALREADY_VOIDED);
    }

    @Test
    void onlyAHoldThatIsThereIsPostedOrVoided() {
        assertThat(books.refusal(postPending(2, 1))).isEqualTo(RejectionReason.PENDING_UNKNOWN);
        assertThat(books.refusal(voidPending(2, 1))).isEqualTo(RejectionReason.PENDING_UNKNOWN);
        assertThat(books.refusal(post(1, leg(BANK, WALLET, 5)), postPending(2, 1)))
                .isEqualTo(RejectionReason.PENDING_UNKNOWN);
        assertThat(books.refusal(pending(1, leg(WALLET, BANK, 5)), postPending(2, 1)))
                .isEqualTo(RejectionReason.PENDING_UNKNOWN);
    }

    @Test
    void aHoldIsPostedUntilItsTimeIsOverAndVoidedAtAnyTime() {
        books.hold();
        books.now = NOW.minusNanos(1000);
        assertThat(books.refusal(postPending(2, 1))).isNull();
        books.now = NOW;
        assertThat(books.refusal(postPending(2, 1))).isEqualTo(RejectionReason.PENDING_EXPIRED);
        assertThat(books.refusal(voidPending(2, 1))).isNull();
    }

    @Test
    void aHoldThatTheLedgerHasVoidedIsSaidToHaveExpired() {
        books.endHold(PostingKind.VOID_PENDING, ReferencedPosting.expiryVoidId(new UUID(0, 1)));
        assertThat(books.refusal(postPending(2, 1))).isEqualTo(RejectionReason.PENDING_EXPIRED);
        books.endHold(PostingKind.VOID_PENDING, new UUID(0, 7));
        assertThat(books.refusal(postPending(2, 1))).isEqualTo(RejectionReason.PENDING_ALREADY_VOIDED);
    }

    @Test
    void aFrozenAccountsHoldsAreStillPostedOrVoided() {
        books.put(BANK, LedgerAccountState.FROZEN);
        books.hold();
        books.now = NOW.minusSeconds(1);
        assertThat(books.refusal(post(2, leg(BANK, WALLET, 1)))).isEqualTo(RejectionReason.ACCOUNT_FROZEN);
        assertThat(books.refusal(postPending(2, 1))).isNull();
        assertThat(books.refusal(voidPending(2, 1))).isNull();
    }

    @Test
    void aHoldOfAnAccountThatIsNotThereIsNotPosted() {
        books.hold();
        books.now = NOW.minusSeconds(1);
        AccountBalance wallet = books.accounts.remove(WALLET);
        assertThat(books.refusal(postPending(2, 1))).isEqualTo(RejectionReason.ACCOUNT_UNKNOWN);
        books.accounts.put(WALLET, wallet);
        books.accounts.remove(BANK);
        assertThat(books.refusal(postPending(2, 1))).isEqualTo(RejectionReason.ACCOUNT_UNKNOWN);
    }

    @Test
    void aPostingIsReversedOnce() {
        Posting posted = post(1, leg(BANK, WALLET, 5));
        assertThat(books.refusal(posted, reversal(2, 1))).isNull();
        assertThat(books.refusal(posted, reversal(2, 1), reversal(3, 1))).isEqualTo(RejectionReason.ALREADY_REVERSED);
        assertThat(books.refusal(reversal(2, 1))).isEqualTo(RejectionReason.POSTING_UNKNOWN);
    }

    @Test
    void whatAHoldHasPostedIsReversedAndTheHoldIsNot() {
        Posting held = pending(1, leg(BANK, WALLET, 5));
        assertThat(books.refusal(held, reversal(2, 1))).isEqualTo(RejectionReason.NOT_REVERSIBLE);
        assertThat(books.refusal(held, postPending(2, 1), reversal(3, 2))).isNull();
        assertThat(books.refusal(held, voidPending(2, 1), reversal(3, 2))).isEqualTo(RejectionReason.NOT_REVERSIBLE);
        assertThat(books.refusal(post(1, leg(BANK, WALLET, 5)), reversal(2, 1), reversal(3, 2)))
                .isEqualTo(RejectionReason.NOT_REVERSIBLE);
    }

    @Test
    void aReversalTakesTheLegsBackFromTheLastOne() {
        Posting passedOn = post(1, leg(BANK, WALLET, 5), leg(WALLET, EARNINGS, 5));
        assertThat(books.refusal(passedOn, reversal(2, 1))).isNull();
        assertThat(books.refusal(passedOn, post(2, leg(EARNINGS, BANK, 1)), reversal(3, 1)))
                .isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
    }

    @ParameterizedTest
    @EnumSource(names = {"POST_PENDING", "VOID_PENDING"})
    void nobodyElseEndsAHoldThanWhoKeepsIt(PostingKind kind) {
        books.hold();
        books.now = NOW.minusSeconds(1);
        Posting ending = kind == PostingKind.POST_PENDING ? postPending(2, 1) : voidPending(2, 1);
        assertThat(refusal(books.draft(Keeper.HAND, ending).outcomes().getLast()))
                .isEqualTo(RejectionReason.KEPT_BY_ANOTHER);
        assertThat(refusal(books.draft(Keeper.LEDGER, ending).outcomes().getLast()))
                .isNull();
    }

    @Test
    void aPostingOfTheSameBatchIsItsKeepersToo() {
        Ticket posted = Ticket.of(Keeper.PAYMENTS, post(1, leg(BANK, WALLET, 5)));
        Ticket reversed = Ticket.of(Keeper.HAND, reversal(2, 1));
        assertThat(refusal(books.draftOf(List.of(posted, reversed)).outcomes().getLast()))
                .isEqualTo(RejectionReason.KEPT_BY_ANOTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENTS, PAYMENTS, payment, true",
        "PAYMENTS, UNKNOWN, payment, true",
        "PAYMENTS, HAND, payment, false",
        "PAYMENTS, LEDGER, payment, false",
        "HAND, HAND, payment, true",
        "HAND, UNKNOWN, correction, true",
        "HAND, UNKNOWN, payment, false",
        "HAND, UNKNOWN, refund, false",
        "HAND, PAYMENTS, correction, false",
        "LEDGER, PAYMENTS, payment, true",
        "UNKNOWN, UNKNOWN, correction, false"
    })
    void aKeeperMayEndWhatIsItsOwn(Keeper keeper, Keeper other, String referenceType, boolean may) {
        assertThat(keeper.mayResolve(other, referenceType)).isEqualTo(may);
    }

    @Test
    void theNumbersThatAreStoredAreThoseThatAreRead() {
        assertThat(Keeper.values()).allMatch(keeper -> Keeper.of(keeper.number()) == keeper);
        assertThat(RejectionReason.values()).allMatch(reason -> RejectionReason.of(reason.number()) == reason);
        assertThat(PostingKind.values()).allMatch(kind -> PostingKind.of(kind.number()) == kind);
    }
}
