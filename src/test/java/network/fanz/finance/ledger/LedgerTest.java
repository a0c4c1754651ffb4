package network.fanz.finance.ledger;

import static network.fanz.finance.ledger.LedgerFixture.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class LedgerTest {
    private static LedgerFixture fixture;
    private LedgerAccountId bank;
    private LedgerAccountId fan;
    private LedgerAccountId creator;

    @BeforeAll
    static void open() {
        fixture = new LedgerFixture();
    }

    @AfterAll
    static void closeAll() {
        fixture.close();
    }

    @BeforeEach
    void openAccounts() {
        bank = fixture.bank();
        fan = fixture.wallet(UUID.randomUUID().toString(), 1_000);
        creator = fixture.wallet(UUID.randomUUID().toString());
    }

    @Test
    void movesMoney() {
        PostingOutcome.Accepted accepted = fixture.accepted(fixture.post(leg(fan, creator, 300), leg(fan, bank, 50)));
        assertThat(accepted.firstSeq()).isPositive();
        assertThat(fixture.balance(fan)).isEqualTo(650);
        assertThat(fixture.balance(creator)).isEqualTo(300);
    }

    @Test
    void sameOwnerCodeAndAssetIsTheSameAccount() {
        assertThat(fixture.bank()).isEqualTo(bank);
        assertThatThrownBy(() -> fixture.ledger.createAccount(new NewLedgerAccount(
                        "platform", AccountCode.PROVIDER_CLEARING, Asset.USD, NormalSide.CREDIT, BigInteger.ZERO)))
                .isInstanceOf(LedgerAccountDiffers.class);
    }

    @Test
    void anAssetKeepsItsScale() {
        assertThatThrownBy(() -> fixture.ledger.createAccount(
                        NewLedgerAccount.credit("x", AccountCode.FAN_WALLET, new Asset("USD", 3))))
                .isInstanceOf(AssetScaleFixed.class);
    }

    @Test
    void refusesToOverdraw() {
        assertThat(fixture.refused(fixture.post(leg(fan, creator, 1_001))))
                .isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
        assertThat(fixture.balance(fan)).isEqualTo(1_000);
    }

    @Test
    void linkedLegsHappenTogetherOrNotAtAll() {
        assertThat(fixture.refused(fixture.post(leg(fan, creator, 900), leg(fan, bank, 101))))
                .isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
        assertThat(fixture.balance(creator)).isZero();
        assertThat(fixture.ledger.account(creator).version()).isZero();
    }

    @Test
    void aDebitAccountIsBoundedOnItsOwnSide() {
        LedgerAccountId assets = fixture.ledger.createAccount(new NewLedgerAccount(
                UUID.randomUUID().toString(),
                AccountCode.FAN_WALLET,
                Asset.USD,
                NormalSide.DEBIT,
                BigInteger.valueOf(-10)));
        assertThat(fixture.refused(fixture.post(leg(bank, assets, 11)))).isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
        fixture.accepted(fixture.post(leg(bank, assets, 10)));
        assertThat(fixture.balance(assets)).isEqualTo(-10);
    }

    @Test
    void aRetryOfAnAppliedPostingGetsItsOutcomeEvenWhenTheMoneyIsGone() {
        Posting posting = fixture.post(leg(fan, creator, 1_000));
        PostingOutcome first = fixture.record(posting);
        assertThat(fixture.record(posting)).isEqualTo(first);
        assertThat(fixture.balance(creator)).isEqualTo(1_000);
    }

    @Test
    void aRetryOfAnAppliedPostingIsFoundWhenThereIsMoneyLeft() {
        Posting posting = fixture.post(leg(fan, creator, 10));
        PostingOutcome first = fixture.record(posting);
        assertThat(fixture.record(posting)).isEqualTo(first);
        assertThat(fixture.balance(creator)).isEqualTo(10);
    }

    @Test
    void aRejectionStaysARejectionWhenTheMoneyHasCome() {
        Posting posting = fixture.post(leg(fan, creator, 1_500));
        PostingOutcome first = fixture.record(posting);
        fixture.accepted(fixture.post(leg(bank, fan, 1_000)));
        assertThat(fixture.record(posting)).isEqualTo(first);
        assertThat(fixture.balance(creator)).isZero();
    }

    @Test
    void anIdIsNotUsedForAnotherRequestAndKeepsItsOwnOutcome() {
        Posting posting = fixture.post(leg(fan, creator, 10));
        PostingOutcome first = fixture.record(posting);
        Posting other = Posting.post(posting.id(), List.of(leg(fan, creator, 11)), "test", "1", LedgerFixture.START);
        assertThat(fixture.refused(other)).isEqualTo(RejectionReason.ID_USED_FOR_ANOTHER);
        assertThat(fixture.record(posting)).isEqualTo(first);
    }

    @Test
    void whoAsksAgainLaterAsksTheSame() {
        Posting posting = fixture.post(leg(fan, creator, 10));
        PostingOutcome first = fixture.record(posting);
        Posting later = Posting.post(posting.id(), posting.legs(), "test", "1", LedgerFixture.START.plusSeconds(9));
        assertThat(fixture.record(later)).isEqualTo(first);
    }

    @Test
    void aPendingPostingHoldsAndIsPostedOnce() {
        Posting pending = fixture.pending(null, leg(fan, creator, 800));
        fixture.accepted(pending);
        assertThat(fixture.balance(fan)).isEqualTo(1_000);
        assertThat(fixture.ledger.account(fan).available().units()).isEqualTo(200);
        assertThat(fixture.refused(fixture.post(leg(fan, bank, 201)))).isEqualTo(RejectionReason.INSUFFICIENT_FUNDS);
        fixture.accepted(fixture.postPending(pending.id()));
        assertThat(fixture.balance(creator)).isEqualTo(800);
        assertThat(fixture.refused(fixture.postPending(pending.id())))
                .isEqualTo(RejectionReason.PENDING_ALREADY_POSTED);
        assertThat(fixture.refused(fixture.voidPending(pending.id())))
                .isEqualTo(RejectionReason.PENDING_ALREADY_POSTED);
    }

    @Test
    void aVoidedPostingGivesBackWhatItHeld() {
        Posting pending = fixture.pending(null, leg(fan, creator, 800));
        fixture.accepted(pending);
        fixture.accepted(fixture.voidPending(pending.id()));
        assertThat(fixture.ledger.account(fan).available().units()).isEqualTo(1_000);
        assertThat(fixture.refused(fixture.postPending(pending.id())))
                .isEqualTo(RejectionReason.PENDING_ALREADY_VOIDED);
        assertThat(fixture.refused(fixture.postPending(fixture.id()))).isEqualTo(RejectionReason.PENDING_UNKNOWN);
    }

    @Test
    void anExpiredPostingCannotBePostedAndIsSweptOnce() {
        Posting pending = fixture.pending(Duration.ofMinutes(5), leg(fan, creator, 800));
        fixture.accepted(pending);
        fixture.clock.move(Duration.ofMinutes(5));
        assertThat(fixture.refused(fixture.postPending(pending.id()))).isEqualTo(RejectionReason.PENDING_EXPIRED);
        assertThat(fixture.ledger.sweep()).isEqualTo(1);
        assertThat(fixture.ledger.sweep()).isZero();
        assertThat(fixture.ledger.account(fan).available().units()).isEqualTo(1_000);
        assertThat(fixture.refused(fixture.voidPending(pending.id()))).isEqualTo(RejectionReason.PENDING_EXPIRED);
    }

    @Test
    void aReversalMirrorsAPostingOnce() {
        Posting sale = fixture.post(leg(bank, creator, 100), leg(creator, fan, 60));
        fixture.accepted(sale);
        Posting reversal = fixture.reversal(sale.id());
        fixture.accepted(reversal);
        assertThat(fixture.balance(fan)).isEqualTo(1_000);
        assertThat(fixture.balance(creator)).isZero();
        assertThat(fixture.refused(fixture.reversal(sale.id()))).isEqualTo(RejectionReason.ALREADY_REVERSED);
        assertThat(fixture.refused(fixture.reversal(reversal.id()))).isEqualTo(RejectionReason.NOT_REVERSIBLE);
        assertThat(fixture.refused(fixture.reversal(fixture.id()))).isEqualTo(RejectionReason.POSTING_UNKNOWN);
    }

    @Test
    void aFrozenAccountMovesNothingButTheHoldsItHas() {
        Posting taken = fixture.pending(null, leg(fan, creator, 500));
        Posting givenBack = fixture.pending(null, leg(fan, creator, 300));
        fixture.accepted(taken);
        fixture.accepted(givenBack);
        fixture.ledger.freezeAccount(fan);
        assertThat(fixture.refused(fixture.post(leg(fan, creator, 1)))).isEqualTo(RejectionReason.ACCOUNT_FROZEN);
        assertThat(fixture.refused(fixture.pending(null, leg(fan, creator, 1))))
                .isEqualTo(RejectionReason.ACCOUNT_FROZEN);
        fixture.accepted(fixture.postPending(taken.id()));
        fixture.accepted(fixture.voidPending(givenBack.id()));
        assertThat(fixture.balance(creator)).isEqualTo(500);
        fixture.ledger.unfreezeAccount(fan);
        fixture.accepted(fixture.post(leg(fan, creator, 1)));
    }

    @Test
    void onlyAnEmptyAccountIsClosedAndThenForEver() {
        assertThatThrownBy(() -> fixture.ledger.closeAccount(fan)).isInstanceOf(LedgerAccountInUse.class);
        fixture.ledger.closeAccount(creator);
        assertThat(fixture.refused(fixture.post(leg(fan, creator, 1)))).isEqualTo(RejectionReason.ACCOUNT_CLOSED);
        assertThatThrownBy(() -> fixture.ledger.unfreezeAccount(creator)).isInstanceOf(LedgerAccountInUse.class);
    }

    @Test
    void refusesAnUnknownAccountAndAnotherAsset() {
        assertThat(fixture.refused(fixture.post(leg(fan, new LedgerAccountId(999_999_999), 1))))
                .isEqualTo(RejectionReason.ACCOUNT_UNKNOWN);
        assertThat(fixture.refused(fixture.post(new Leg(fan, creator, Money.of(Asset.EUR, 1), 1))))
                .isEqualTo(RejectionReason.ASSET_MISMATCH);
    }

    @Test
    void countsUpTo78DigitsAndRefusesTheNext() {
        Asset wei = new Asset("WEI", 0);
        LedgerAccountId mint =
                fixture.ledger.createAccount(NewLedgerAccount.unbounded("mint", AccountCode.PROVIDER_CLEARING, wei));
        LedgerAccountId holder =
                fixture.ledger.createAccount(NewLedgerAccount.credit("holder", AccountCode.FAN_WALLET, wei));
        BigInteger most = BigInteger.TEN.pow(78).subtract(BigInteger.TWO);
        fixture.accepted(fixture.post(new Leg(mint, holder, new Money(wei, most), 1)));
        assertThat(fixture.ledger.account(holder).balance().units()).isEqualTo(most);
        fixture.accepted(fixture.post(new Leg(mint, holder, Money.of(wei, 1), 1)));
        assertThat(fixture.refused(fixture.post(new Leg(mint, holder, Money.of(wei, 1), 1))))
                .isEqualTo(RejectionReason.OUT_OF_RANGE);
    }

    @Test
    void refusesAMalformedPostingBeforeItReachesTheBooks() {
        assertThatThrownBy(() -> leg(fan, fan, 1)).isInstanceOf(MalformedPosting.class);
        assertThatThrownBy(() -> leg(fan, creator, 0)).isInstanceOf(MalformedPosting.class);
        assertThatThrownBy(fixture::post).isInstanceOf(MalformedPosting.class);
    }

    @Test
    void manyCallersOfOneAccountNeverOverdrawIt() throws InterruptedException {
        ConcurrentLinkedQueue<PostingOutcome> outcomes = new ConcurrentLinkedQueue<>();
        List<Thread> callers = java.util.stream.IntStream.range(0, 200)
                .mapToObj(caller -> Thread.ofVirtual()
                        .start(() -> outcomes.add(fixture.record(fixture.post(leg(fan, creator, 10))))))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(outcomes)
                .filteredOn(PostingOutcome.Accepted.class::isInstance)
                .hasSize(100);
        assertThat(fixture.balance(fan)).isZero();
    }

    @Test
    void manyHoldsThatRunOutAtOnceShareTheirCommits() {
        LedgerAccountId rich = fixture.wallet(UUID.randomUUID().toString(), 1_000);
        for (int number = 0; number < 100; number++) {
            fixture.accepted(fixture.pending(Duration.ofSeconds(1), leg(rich, creator, 1)));
        }
        fixture.clock.move(Duration.ofMinutes(1));
        long before = fixture.ledger.lastBlock().orElseThrow().height();
        assertThat(fixture.ledger.sweep()).isGreaterThanOrEqualTo(100);
        assertThat(fixture.ledger.account(rich).pendingDebits()).isZero();
        assertThat(fixture.ledger.lastBlock().orElseThrow().height() - before).isLessThan(50);
    }

    @Test
    void whoeverComesWhileTheLedgerClosesIsAnsweredOrRefused() throws InterruptedException {
        ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
        List<Thread> callers = new java.util.ArrayList<>();
        try (Ledger closing = fixture.ledger(fixture.pool)) {
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
            return ledger.recordTransaction(Keeper.PAYMENTS, fixture.post(leg(bank, creator, 1)))
                            instanceof PostingOutcome.Accepted
                    ? "accepted"
                    : "?";
        } catch (LedgerBusy busy) {
            return "busy";
        }
    }
}
