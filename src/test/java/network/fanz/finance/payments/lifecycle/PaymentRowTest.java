package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Caller;
import network.fanz.common.DomainEvent;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.finance.ledger.RejectionReason;
import network.fanz.finance.payments.BuyerMessages;
import network.fanz.finance.payments.FeeTable;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.finance.payments.spi.ProviderDecline;
import network.fanz.security.fraud.RiskRefusal;
import network.fanz.security.fraud.TransactionOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each change makes of a payment, and whom it tells what, without a database. */
class PaymentRowTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final AccountId BUYER = new AccountId(new UUID(0, 1));
    private static final AccountId SELLER = new AccountId(new UUID(0, 2));
    private static final AccountId STRANGER = new AccountId(new UUID(0, 3));
    private static final UUID ID = new UUID(0, 4);
    private static final UUID ITEM = new UUID(0, 5);
    private static final UUID CARD = new UUID(0, 6);
    private static final Origin ORIGIN = new Origin("address", "agent", null, "alpha");
    private static final NewPayment REQUEST =
            new NewPayment(BUYER, SELLER, PaymentKind.PASS, ITEM, Money.of(Asset.USD, 1003), CARD, ORIGIN, "key");
    private static final FeeTable FEES =
            new FeeTable(7, Instant.EPOCH, Map.of(PaymentKind.TIP, 1000, PaymentKind.PASS, 2000));
    private static final PaymentRow CREATED = PaymentRow.created(ID, REQUEST, FEES, "sandbox", NOW);

    @Test
    void beginsWithTheFeeOfItsKindRoundedInFavourOfTheCreator() {
        assertThat(CREATED.fee()).isEqualTo(Money.of(Asset.USD, 200));
        assertThat(CREATED.share()).isEqualTo(Money.of(Asset.USD, 803));
        assertThat(CREATED.feeVersion()).isEqualTo(7);
        assertThat(CREATED.state()).isEqualTo(PaymentState.CREATED);
        assertThat(CREATED.version()).isEqualTo(1);
        assertThat(CREATED.movedAt()).isEqualTo(NOW);
        assertThatThrownBy(CREATED::requireSession).isInstanceOf(NullPointerException.class);
    }

    @Test
    void keepsTheCheckoutAndLeadsToItOnlyWhileItIsOpen() {
        PaymentRow open = CREATED.apply(new StateChange.CheckoutOpened("session", "https://pay", LATER), LATER);
        assertThat(open.requireSession()).isEqualTo("session");
        assertThat(open.version()).isEqualTo(2);
        assertThat(open.movedAt()).isEqualTo(LATER);
        assertThat(open.createdAt()).isEqualTo(NOW);
        assertThat(open.toPayment("word").nextUrl()).isEqualTo("https://pay");
        PaymentRow authorised = open.apply(new StateChange.Authorised(LATER), LATER);
        assertThat(authorised.requireSession()).isEqualTo("session");
        assertThat(authorised.toPayment("word").nextUrl()).isNull();
    }

    @Test
    void keepsWhenItWasPostedAndWhenItWasReversed() {
        PaymentRow settled =
                CREATED.apply(new StateChange.Posted(LATER), LATER).apply(new StateChange.Settled(), LATER);
        assertThat(settled.postedAt()).isEqualTo(LATER);
        assertThat(settled.reversedAt()).isNull();
        PaymentRow refunded = settled.apply(new StateChange.Refunded(LATER.plusSeconds(1)), LATER);
        assertThat(refunded.postedAt()).isEqualTo(LATER);
        assertThat(refunded.reversedAt()).isEqualTo(LATER.plusSeconds(1));
    }

    @Test
    void aNewRefundForgetsWhyTheLastOneWasRefused() {
        PaymentRow refused = CREATED.apply(new StateChange.RefundFailed(RefundRefusalReason.NOT_COVERED), LATER);
        assertThat(refused.reason()).isEqualTo("not_covered");
        assertThat(refused.refundCount()).isZero();
        assertThat(refused.toPayment("word").explanation())
                .isEqualTo(BuyerMessages.of(RefundRefusalReason.NOT_COVERED));
        PaymentRow asked = refused.apply(new StateChange.RefundStarted(BUYER, LATER), LATER);
        assertThat(asked.reason()).isNull();
        assertThat(asked.refundCount()).isEqualTo(1);
        assertThat(asked.toPayment("word").explanation()).isNull();
    }

    @Test
    void keepsItsReasonThroughEveryOtherChange() {
        PaymentRow declined = CREATED.apply(new StateChange.Declined(DeclineReason.ABANDONED, null), LATER);
        assertThat(declined.reason()).isEqualTo("abandoned");
        assertThat(List.of(
                        new StateChange.CheckoutOpened("session", null, LATER),
                        new StateChange.ProviderSilent(LATER),
                        new StateChange.Authorised(LATER),
                        new StateChange.Posted(LATER),
                        new StateChange.Settled(),
                        new StateChange.Refunded(LATER)))
                .allMatch(change ->
                        "abandoned".equals(declined.apply(change, LATER).reason()));
    }

    @Test
    void theSameKeyIsTheSamePaymentOnlyIfNothingElseDiffers() {
        assertThat(CREATED.matches(REQUEST)).isTrue();
        Money more = Money.of(Asset.USD, 1004);
        assertThat(List.of(
                        new NewPayment(BUYER, STRANGER, PaymentKind.PASS, ITEM, CREATED.price(), CARD, ORIGIN, "key"),
                        new NewPayment(BUYER, SELLER, PaymentKind.TIP, ITEM, CREATED.price(), CARD, ORIGIN, "key"),
                        new NewPayment(BUYER, SELLER, PaymentKind.PASS, null, CREATED.price(), CARD, ORIGIN, "key"),
                        new NewPayment(BUYER, SELLER, PaymentKind.PASS, ITEM, more, CARD, ORIGIN, "key"),
                        new NewPayment(BUYER, SELLER, PaymentKind.PASS, ITEM, CREATED.price(), null, ORIGIN, "key")))
                .noneMatch(CREATED::matches);
    }

    @ParameterizedTest
    @CsvSource({"1, FAN, true", "2, CREATOR, true", "3, FAN, false", "3, FINANCE, true", "3, ADMINISTRATOR, true"})
    void isSeenByBothSidesAndByFinanceStaff(long account, Role role, boolean seen) {
        Caller caller = new Caller(new AccountId(new UUID(0, account)), Set.of(role), true, ORIGIN);
        assertThat(CREATED.isVisibleTo(caller)).isEqualTo(seen);
        assertThat(PaymentRow.isFinanceStaff(caller)).isEqualTo(role == Role.FINANCE || role == Role.ADMINISTRATOR);
    }

    @Test
    void tellsOfWhatSettledFailedOrWasGivenBackAndOfNothingElse() {
        Money price = CREATED.price();
        assertThat(told(new StateChange.CheckoutOpened("session", null, LATER))).isEmpty();
        assertThat(told(new StateChange.ProviderSilent(LATER))).isEmpty();
        assertThat(told(new StateChange.Authorised(LATER))).isEmpty();
        assertThat(told(new StateChange.Posted(LATER))).isEmpty();
        assertThat(told(new StateChange.Declined(DeclineReason.CARD_REFUSED, null)))
                .contains(new PaymentFailed(ID, BUYER, SELLER, "pass", "card_refused", price, "alpha", LATER));
        assertThat(told(new StateChange.RefundStarted(STRANGER, LATER)))
                .contains(new RefundRequested(ID, STRANGER, price, LATER));
        assertThat(told(new StateChange.RefundFailed(RefundRefusalReason.ACCOUNT_SHUT)))
                .contains(new RefundRefused(ID, BUYER, SELLER, "account_shut", price, "alpha", LATER));
        assertThat(told(new StateChange.Refunded(NOW)))
                .contains(new PaymentRefunded(
                        ID, BUYER, SELLER, "pass", ITEM, price, CREATED.fee(), CREATED.share(), "alpha", NOW));
        PaymentRow posted = CREATED.apply(new StateChange.Posted(NOW), LATER);
        assertThat(TransitionEvents.of(new StateChange.Settled(), posted))
                .contains(new PaymentSettled(
                        ID, BUYER, SELLER, "pass", ITEM, price, CREATED.fee(), CREATED.share(), "alpha", NOW));
    }

    @Test
    void onlyWhatWaitsForSomebodyIsLookedAtAgain() {
        assertThat(new StateChange.Settled().nextAttemptAt()).isNull();
        assertThat(new StateChange.Posted(NOW).nextAttemptAt()).isNull();
        assertThat(new StateChange.Refunded(NOW).nextAttemptAt()).isNull();
        assertThat(new StateChange.Authorised(LATER).nextAttemptAt()).isEqualTo(LATER);
        assertThat(new StateChange.Authorised(LATER).eventType()).isNull();
    }

    @Test
    void theReasonsThatAreStoredAreThoseThatAreRead() {
        assertThat(DeclineReason.values())
                .allMatch(each -> DeclineReason.of(each.code()).equals(Optional.of(each)));
        assertThat(RefundRefusalReason.values())
                .allMatch(each -> RefundRefusalReason.of(each.code()).equals(Optional.of(each)));
        assertThat(DeclineReason.of("none")).isEmpty();
        assertThat(RefundRefusalReason.of("none")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyABanksNoCountsAsARefusedCard(DeclineReason reason) {
        boolean ofBank = Set.of(
                        DeclineReason.INSUFFICIENT_FUNDS, DeclineReason.CARD_REFUSED, DeclineReason.SUSPECTED_FRAUD)
                .contains(reason);
        assertThat(reason.outcome()).isEqualTo(ofBank ? TransactionOutcome.DECLINED : TransactionOutcome.ABANDONED);
    }

    @Test
    void everyNoOfTheRulesAndOfTheProviderHasItsReason() {
        assertThat(Arrays.stream(RiskRefusal.values()).map(DeclineReason::of))
                .containsExactly(
                        DeclineReason.FRAUD_RISK,
                        DeclineReason.REFUSED_CARDS,
                        DeclineReason.REFUSED_CARDS_NEARBY,
                        DeclineReason.SPENDING_LIMIT,
                        DeclineReason.UNFINISHED_PAYMENTS,
                        DeclineReason.DISPUTED_BEFORE);
        assertThat(Arrays.stream(ProviderDecline.values()).map(DeclineReason::of))
                .containsExactly(
                        DeclineReason.INSUFFICIENT_FUNDS, DeclineReason.CARD_REFUSED, DeclineReason.SUSPECTED_FRAUD);
        assertThat(DeclineReason.of((ProviderDecline) null)).isEqualTo(DeclineReason.CARD_REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void aReversalThatTheLedgerMayRefuseHasAReasonAndAnyOtherIsADefect(RejectionReason refused) {
        Optional<RefundRefusalReason> reason = switch (refused) {
            case INSUFFICIENT_FUNDS -> Optional.of(RefundRefusalReason.NOT_COVERED);
            case ACCOUNT_FROZEN, ACCOUNT_CLOSED -> Optional.of(RefundRefusalReason.ACCOUNT_SHUT);
            default -> Optional.empty();
        };
        assertThat(RefundRefusalReason.of(refused)).isEqualTo(reason);
    }

    @Test
    void aPaymentMovesUntilItsEndAndCanBeRefundedOnceItIsSettled() {
        assertThat(Arrays.stream(PaymentState.values())
                        .filter(state -> in(state).moving()))
                .containsExactly(
                        PaymentState.CREATED,
                        PaymentState.AUTHORISING,
                        PaymentState.AUTHORISED,
                        PaymentState.UNKNOWN,
                        PaymentState.POSTED,
                        PaymentState.REFUNDING);
        assertThat(Arrays.stream(PaymentState.values())
                        .filter(state -> in(state).refundable()))
                .containsExactly(PaymentState.SETTLED);
        assertThat(Arrays.stream(PaymentState.values())
                        .filter(state -> in(state).finished()))
                .containsExactly(
                        PaymentState.SETTLED,
                        PaymentState.DECLINED,
                        PaymentState.REFUNDED,
                        PaymentState.REFUND_REFUSED);
    }

    private static Optional<DomainEvent> told(StateChange change) {
        return TransitionEvents.of(change, CREATED.apply(change, LATER));
    }

    private static Payment in(PaymentState state) {
        Payment of = CREATED.toPayment("word");
        return new Payment(
                ID,
                BUYER,
                SELLER,
                of.kind(),
                ITEM,
                of.price(),
                of.fee(),
                of.share(),
                state,
                null,
                null,
                null,
                "",
                NOW,
                null,
                null,
                null);
    }
}
