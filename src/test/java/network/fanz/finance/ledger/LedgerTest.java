package network.fanz.finance.ledger;

import static network.fanz.finance.ledger.Rig.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.NewLedgerAccount.Side;
import network.fanz.finance.ledger.Outcome.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class LedgerTest {
    private static Rig rig;
    private LedgerAccountId bank;
    private LedgerAccountId fan;
    private LedgerAccountId creator;

    @BeforeAll
    static void open() {
        rig = new Rig();
    }

    @AfterAll
    static void closeAll() {
        rig.close();
    }

    @BeforeEach
    void openAccounts() {
        bank = rig.bank();
        fan = rig.wallet(UUID.randomUUID().toString(), 1_000);
        creator = rig.wallet(UUID.randomUUID().toString());
    }

    @Test
    void movesMoney() {
        Outcome.Accepted accepted = rig.accepted(rig.post(leg(fan, creator, 300), leg(fan, bank, 50)));
        assertThat(accepted.firstSeq()).isPositive();
        assertThat(rig.balance(fan)).isEqualTo(650);
        assertThat(rig.balance(creator)).isEqualTo(300);
    }

    @Test
    void sameOwnerCodeAndAssetIsTheSameAccount() {
        assertThat(rig.bank()).isEqualTo(bank);
        assertThatThrownBy(() -> rig.ledger.createAccount(new NewLedgerAccount(
                        "platform", AccountCode.PROVIDER_CLEARING, Asset.USD, Side.CREDIT, BigInteger.ZERO)))
                .isInstanceOf(AccountDiffers.class);
    }

    @Test
    void anAssetKeepsItsScale() {
        assertThatThrownBy(() -> rig.ledger.createAccount(
                        NewLedgerAccount.credit("x", AccountCode.FAN_WALLET, new Asset("USD", 3))))
                .isInstanceOf(AssetScaleFixed.class);
    }

    @Test
    void refusesToOverdraw() {
        assertThat(rig.refused(rig.post(leg(fan, creator, 1_001)))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(rig.balance(fan)).isEqualTo(1_000);
    }

    @Test
    void linkedLegsHappenTogetherOrNotAtAll() {
        assertThat(rig.refused(rig.post(leg(fan, creator, 900), leg(fan, bank, 101))))
                .isEqualTo(Reason.INSUFFICIENT_FUNDS);
        assertThat(rig.balance(creator)).isZero();
        assertThat(rig.ledger.account(creator).version()).isZero();
    }

    @Test
    void aDebitAccountIsBoundedOnItsOwnSide() {
        LedgerAccountId assets = rig.ledger.createAccount(new NewLedgerAccount(
                UUID.randomUUID().toString(), AccountCode.FAN_WALLET, Asset.USD, Side.DEBIT, BigInteger.valueOf(-10)));
        assertThat(rig.refused(rig.post(leg(bank, assets, 11)))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        rig.accepted(rig.post(leg(bank, assets, 10)));
        assertThat(rig.balance(assets)).isEqualTo(-10);
    }

    @Test
    void aRetryOfAnAppliedPostingGetsItsOutcomeEvenWhenTheMoneyIsGone() {
        Posting posting = rig.post(leg(fan, creator, 1_000));
        Outcome first = rig.record(posting);
        assertThat(rig.record(posting)).isEqualTo(first);
        assertThat(rig.balance(creator)).isEqualTo(1_000);
    }

    @Test
    void aRetryOfAnAppliedPostingIsFoundWhenThereIsMoneyLeft() {
        Posting posting = rig.post(leg(fan, creator, 10));
        Outcome first = rig.record(posting);
        assertThat(rig.record(posting)).isEqualTo(first);
        assertThat(rig.balance(creator)).isEqualTo(10);
    }

    @Test
    void aRejectionStaysARejectionWhenTheMoneyHasCome() {
        Posting posting = rig.post(leg(fan, creator, 1_500));
        Outcome first = rig.record(posting);
        rig.accepted(rig.post(leg(bank, fan, 1_000)));
        assertThat(rig.record(posting)).isEqualTo(first);
        assertThat(rig.balance(creator)).isZero();
    }

    @Test
    void anIdIsNotUsedForAnotherRequestAndKeepsItsOwnOutcome() {
        Posting posting = rig.post(leg(fan, creator, 10));
        Outcome first = rig.record(posting);
        Posting other = Posting.post(posting.id(), List.of(leg(fan, creator, 11)), "test", "1", Rig.START);
        assertThat(rig.refused(other)).isEqualTo(Reason.ID_USED_FOR_ANOTHER);
        assertThat(rig.record(posting)).isEqualTo(first);
    }

    @Test
    void whoAsksAgainLaterAsksTheSame() {
        Posting posting = rig.post(leg(fan, creator, 10));
        Outcome first = rig.record(posting);
        Posting later = Posting.post(posting.id(), posting.legs(), "test", "1", Rig.START.plusSeconds(9));
        assertThat(rig.record(later)).isEqualTo(first);
    }

    @Test
    void aPendingPostingHoldsAndIsPostedOnce() {
        Posting pending = rig.pending(null, leg(fan, creator, 800));
        rig.accepted(pending);
        assertThat(rig.balance(fan)).isEqualTo(1_000);
        assertThat(rig.ledger.account(fan).available().units()).isEqualTo(200);
        assertThat(rig.refused(rig.post(leg(fan, bank, 201)))).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        rig.accepted(rig.postPending(pending.id()));
        assertThat(rig.balance(creator)).isEqualTo(800);
        assertThat(rig.refused(rig.postPending(pending.id()))).isEqualTo(Reason.PENDING_ALREADY_POSTED);
        assertThat(rig.refused(rig.voidPending(pending.id()))).isEqualTo(Reason.PENDING_ALREADY_POSTED);
    }

    @Test
    void aVoidedPostingGivesBackWhatItHeld() {
        Posting pending = rig.pending(null, leg(fan, creator, 800));
        rig.accepted(pending);
        rig.accepted(rig.voidPending(pending.id()));
        assertThat(rig.ledger.account(fan).available().units()).isEqualTo(1_000);
        assertThat(rig.refused(rig.postPending(pending.id()))).isEqualTo(Reason.PENDING_ALREADY_VOIDED);
        assertThat(rig.refused(rig.postPending(rig.id()))).isEqualTo(Reason.PENDING_UNKNOWN);
    }

    @Test
    void anExpiredPostingCannotBePostedAndIsSweptOnce() {
        Posting pending = rig.pending(Duration.ofMinutes(5), leg(fan, creator, 800));
        rig.accepted(pending);
        rig.clock.move(Duration.ofMinutes(5));
        assertThat(rig.refused(rig.postPending(pending.id()))).isEqualTo(Reason.PENDING_EXPIRED);
        assertThat(rig.ledger.sweep()).isEqualTo(1);
        assertThat(rig.ledger.sweep()).isZero();
        assertThat(rig.ledger.account(fan).available().units()).isEqualTo(1_000);
        assertThat(rig.refused(rig.voidPending(pending.id()))).isEqualTo(Reason.PENDING_EXPIRED);
    }

    @Test
    void aReversalMirrorsAPostingOnce() {
        Posting sale = rig.post(leg(bank, creator, 100), leg(creator, fan, 60));
        rig.accepted(sale);
        Posting reversal = rig.reversal(sale.id());
        rig.accepted(reversal);
        assertThat(rig.balance(fan)).isEqualTo(1_000);
        assertThat(rig.balance(creator)).isZero();
        assertThat(rig.refused(rig.reversal(sale.id()))).isEqualTo(Reason.ALREADY_REVERSED);
        assertThat(rig.refused(rig.reversal(reversal.id()))).isEqualTo(Reason.NOT_REVERSIBLE);
        assertThat(rig.refused(rig.reversal(rig.id()))).isEqualTo(Reason.POSTING_UNKNOWN);
    }

    @Test
    void aFrozenAccountMovesNothingButTheHoldsItHas() {
        Posting taken = rig.pending(null, leg(fan, creator, 500));
        Posting givenBack = rig.pending(null, leg(fan, creator, 300));
        rig.accepted(taken);
        rig.accepted(givenBack);
        rig.ledger.freezeAccount(fan);
        assertThat(rig.refused(rig.post(leg(fan, creator, 1)))).isEqualTo(Reason.ACCOUNT_FROZEN);
        assertThat(rig.refused(rig.pending(null, leg(fan, creator, 1)))).isEqualTo(Reason.ACCOUNT_FROZEN);
        rig.accepted(rig.postPending(taken.id()));
        rig.accepted(rig.voidPending(givenBack.id()));
        assertThat(rig.balance(creator)).isEqualTo(500);
        rig.ledger.unfreezeAccount(fan);
        rig.accepted(rig.post(leg(fan, creator, 1)));
    }

    @Test
    void onlyAnEmptyAccountIsClosedAndThenForEver() {
        assertThatThrownBy(() -> rig.ledger.closeAccount(fan)).isInstanceOf(AccountInUse.class);
        rig.ledger.closeAccount(creator);
        assertThat(rig.refused(rig.post(leg(fan, creator, 1)))).isEqualTo(Reason.ACCOUNT_CLOSED);
        assertThatThrownBy(() -> rig.ledger.unfreezeAccount(creator)).isInstanceOf(AccountInUse.class);
    }

    @Test
    void refusesAnUnknownAccountAndAnotherAsset() {
        assertThat(rig.refused(rig.post(leg(fan, new LedgerAccountId(999_999_999), 1))))
                .isEqualTo(Reason.ACCOUNT_UNKNOWN);
        assertThat(rig.refused(rig.post(new Leg(fan, creator, Money.of(Asset.EUR, 1), 1))))
                .isEqualTo(Reason.ASSET_MISMATCH);
    }

    @Test
    void countsUpTo78DigitsAndRefusesTheNext() {
        Asset wei = new Asset("WEI", 0);
        LedgerAccountId mint =
                rig.ledger.createAccount(NewLedgerAccount.unbounded("mint", AccountCode.PROVIDER_CLEARING, wei));
        LedgerAccountId holder =
                rig.ledger.createAccount(NewLedgerAccount.credit("holder", AccountCode.FAN_WALLET, wei));
        BigInteger most = BigInteger.TEN.pow(78).subtract(BigInteger.TWO);
        rig.accepted(rig.post(new Leg(mint, holder, new Money(wei, most), 1)));
        assertThat(rig.ledger.balance(holder).units()).isEqualTo(most);
        rig.accepted(rig.post(new Leg(mint, holder, Money.of(wei, 1), 1)));
        assertThat(rig.refused(rig.post(new Leg(mint, holder, Money.of(wei, 1), 1))))
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void refusesAMalformedPostingBeforeItReachesTheBooks() {
        assertThatThrownBy(() -> leg(fan, fan, 1)).isInstanceOf(MalformedPosting.class);
        assertThatThrownBy(() -> leg(fan, creator, 0)).isInstanceOf(MalformedPosting.class);
        assertThatThrownBy(rig::post).isInstanceOf(MalformedPosting.class);
    }

    @Test
    void manyCallersOfOneAccountNeverOverdrawIt() throws InterruptedException {
        ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        List<Thread> callers = java.util.stream.IntStream.range(0, 200)
                .mapToObj(caller ->
                        Thread.ofVirtual().start(() -> outcomes.add(rig.record(rig.post(leg(fan, creator, 10))))))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(100);
        assertThat(rig.balance(fan)).isZero();
    }

    @Test
    void manyHoldsThatRunOutAtOnceShareTheirCommits() {
        LedgerAccountId rich = rig.wallet(UUID.randomUUID().toString(), 1_000);
        for (int number = 0; number < 100; number++) {
            rig.accepted(rig.pending(Duration.ofSeconds(1), leg(rich, creator, 1)));
        }
        rig.clock.move(Duration.ofMinutes(1));
        long before = rig.ledger.lastBlock().orElseThrow().height();
        assertThat(rig.ledger.sweep()).isGreaterThanOrEqualTo(100);
        assertThat(rig.ledger.account(rich).pendingDebits()).isZero();
        assertThat(rig.ledger.lastBlock().orElseThrow().height() - before).isLessThan(50);
    }

    @Test
    void whoeverComesWhileTheLedgerClosesIsAnsweredOrRefused() throws InterruptedException {
        ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
        List<Thread> callers = new java.util.ArrayList<>();
        try (Ledger closing = rig.ledger(rig.pool)) {
            for (int caller = 0; caller < 300; caller++) {
                callers.add(Thread.ofVirtual().start(() -> answers.add(answerOf(closing))));
            }
        }
        for (Thread caller : callers) {
            assertThat(caller.join(Duration.ofSeconds(30))).as("is answered").isTrue();
        }
        assertThat(answers).hasSize(300).allMatch(answer -> answer.equals("accepted") || answer.equals("busy"));
    }

    private String answerOf(Ledger ledger) {
        try {
            return ledger.recordTransaction(rig.post(leg(bank, creator, 1))) instanceof Outcome.Accepted
                    ? "accepted"
                    : "?";
        } catch (LedgerBusy busy) {
            return "busy";
        }
    }
}
