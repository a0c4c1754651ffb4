package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Caller;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.PaymentTakenBack;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.methods.PaymentMethods;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutStatus;
import network.fanz.finance.payments.spi.ProviderEvent;
import network.fanz.platform.events.Events;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Single steps of payments where something comes between: a late provider, a frozen account, another node. */
@Tag("database")
class PaymentStepsTest {
    private static final CheckoutStatus.SavedCard CARD = new CheckoutStatus.SavedCard("tok_1", "Visa", "4242", "12/34");

    private static RunningFanz program;

    private final PaymentFixture bench = new PaymentFixture(program);
    private final AccountId buyer = new AccountId(UUID.randomUUID());

    @BeforeAll
    static void open() {
        program = RunningFanz.start("--fanz.payments.job-period=1h", "--fanz.payments.drives-max=2");
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void aSavedCardIsNotChargedWhenTheProviderComesBackTooLate() {
        Instant hoursAgo = bench.now().minus(Duration.ofHours(5));
        UUID payment = bench.created(buyer, savedCard(hoursAgo), hoursAgo);
        bench.driver.pollProvider(bench.row(payment));
        assertThat(bench.row(payment).reason()).isEqualTo("abandoned");
        assertThat(bench.provider.captures(payment)).isZero();
        assertThat(bench.provider.progress(payment)).isEqualTo(CheckoutProgress.CANCELLED);
    }

    @Test
    void whatWasSetAsideBeforeTheProviderFellSilentIsLetGoWhenItIsTooLate() {
        Instant hoursAgo = bench.now().minus(Duration.ofHours(5));
        UUID payment = bench.created(buyer, savedCard(hoursAgo), hoursAgo);
        bench.provider.setProgress(payment, CheckoutProgress.AUTHORISED);
        bench.driver.pollProvider(bench.row(payment));
        assertThat(bench.row(payment).reason()).isEqualTo("abandoned");
        assertThat(bench.provider.progress(payment)).isEqualTo(CheckoutProgress.CANCELLED);
    }

    @Test
    void aPageThatIsLeftOpenTooLongIsEnded() {
        UUID payment = bench.created(buyer, null, bench.now().minus(Duration.ofMinutes(31)));
        bench.provider.setProgress(payment, CheckoutProgress.OPEN);
        bench.store.transition(
                bench.row(payment),
                bench.now(),
                Mover.JOB,
                List.of(new StateChange.CheckoutOpened("till-" + payment, null, bench.now())));
        bench.driver.pollProvider(bench.row(payment));
        assertThat(bench.row(payment).reason()).isEqualTo("abandoned");
        assertThat(bench.provider.progress(payment)).isEqualTo(CheckoutProgress.CANCELLED);
    }

    @Test
    void whatCannotBeBookedAgainIsToldAndBookedOnceTheAccountIsOpen() {
        bench.provider.scriptProgress(CheckoutProgress.AUTHORISED);
        bench.provider.refuseRefunds();
        UUID payment = bench.created();
        bench.settle(payment);
        bench.startRefund(payment);
        bench.beforeBookAgain =
                again -> bench.ledger().freezeAccount(bench.earnings().id());
        assertThatThrownBy(() -> bench.drive(payment, null)).hasMessageContaining("could not be booked again");
        assertThat(bench.state(payment)).isEqualTo(PaymentState.REFUNDING);
        assertThat(bench.events("posting_refused", payment)).isEqualTo(1);
        await().until(() -> alertsAbout(payment) == 1);
        bench.beforeBookAgain = again -> {};
        bench.ledger().unfreezeAccount(bench.earnings().id());
        bench.runJob(Duration.ofHours(1));
        assertThat(bench.state(payment)).isEqualTo(PaymentState.REFUND_REFUSED);
        assertThat(bench.earnings().balance().units()).isEqualTo(PaymentFixture.SHARE);
        bench.assertBooksSound();
    }

    @Test
    void whatCannotBeBookedIsNotOverWhileTheBankMayStillTakeIt() {
        UUID payment = paymentToAFrozenAccount();
        bench.provider.setProgress(payment, CheckoutProgress.UNKNOWN);
        assertThatThrownBy(() -> bench.drive(payment, CheckoutStatus.of(CheckoutProgress.UNKNOWN)))
                .hasMessageContaining("cannot be booked");
        assertThat(bench.state(payment)).isEqualTo(PaymentState.AUTHORISING);
        bench.provider.setProgress(payment, CheckoutProgress.DECLINED);
        bench.runJob(Duration.ofHours(1));
        assertThat(bench.state(payment)).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void whatCannotBeBookedAndWasTakenGoesBack() {
        UUID payment = paymentToAFrozenAccount();
        bench.provider.setProgress(payment, CheckoutProgress.CAPTURED);
        bench.drive(payment, CheckoutStatus.of(CheckoutProgress.CAPTURED));
        assertThat(bench.row(payment).reason()).isEqualTo("not_bookable");
        assertThat(bench.provider.refunds()).isEqualTo(1);
    }

    @Test
    void whatCannotBeBookedAndDoesNotGoBackIsToldToPeople() {
        UUID payment = paymentToAFrozenAccount();
        bench.provider.refuseRefunds();
        bench.provider.setProgress(payment, CheckoutProgress.CAPTURED);
        assertThatThrownBy(() -> bench.drive(payment, CheckoutStatus.of(CheckoutProgress.CAPTURED)))
                .hasMessageContaining("cannot be booked");
        assertThat(bench.events("posting_refused", payment)).isEqualTo(1);
        await().until(() -> alertsAbout(payment) == 1);
    }

    @Test
    void whatWentBackBecauseItCannotBeBookedEndsAlsoWhenItsNodeDiedThen() {
        UUID payment = paymentToAFrozenAccount();
        PaymentRow row = bench.row(payment);
        bench.postings.hold(row);
        bench.provider.setProgress(payment, CheckoutProgress.CAPTURED);
        bench.provider.refund(row.requireSession(), PaymentPostings.refundId(row), row.price());
        bench.runJob(Duration.ofHours(1));
        assertThat(bench.row(payment).reason()).isEqualTo("not_bookable");
        assertThat(bench.provider.refunds()).isEqualTo(1);
        bench.assertBooksSound();
    }

    @Test
    void whatIsPostedIsNotDeclinedWhenItsProviderAloneHasGivenItBack() {
        UUID payment = bench.created();
        bench.drive(payment, null);
        bench.postings.hold(bench.row(payment));
        bench.postings.post(bench.row(payment));
        bench.provider.setProgress(payment, CheckoutProgress.REFUNDED);
        assertThatThrownBy(() -> bench.driver.pollProvider(bench.row(payment)))
                .hasMessageContaining("at its provider alone");
        assertThat(bench.state(payment)).isEqualTo(PaymentState.AUTHORISING);
    }

    @Test
    void aHoldOfTheFirstDriveIsGivenBackWhenAnotherNodeDeclinesMeanwhile() {
        UUID payment = bench.created(buyer, savedCard(bench.now()), bench.now());
        PaymentDriver otherNode = bench.newDriver();
        bench.beforeHold = held -> {
            bench.beforeHold = none -> {};
            otherNode.drive(held.id(), CheckoutStatus.of(CheckoutProgress.CANCELLED), Mover.JOB);
        };
        assertThat(bench.driver.drive(bench.row(payment), Mover.JOB).state()).isEqualTo(PaymentState.DECLINED);
        bench.assertBooksSound();
    }

    @Test
    void aHoldWhoseNodeDiedIsSweptAfterTheDecline() {
        UUID payment = bench.created();
        bench.drive(payment, null);
        PaymentRow asItWas = bench.row(payment);
        bench.drive(payment, CheckoutStatus.of(CheckoutProgress.CANCELLED));
        bench.postings.hold(asItWas);
        assertThat(bench.earnings().pendingCredits()).isEqualTo(PaymentFixture.SHARE);
        bench.runJob(Duration.ofHours(1));
        bench.assertBooksSound();
        assertThat(bench.store.takeDue(bench.now().plus(Duration.ofDays(9)), 100, Duration.ZERO, Duration.ZERO))
                .noneMatch(due -> due.id().equals(payment));
    }

    @Test
    void theJobTakesNoMorePaymentsThanThereIsRoomFor() throws Exception {
        CountDownLatch providerAnswers = new CountDownLatch(1);
        PaymentsSettings settings = program.bean(PaymentsSettings.class);
        DriverPool drivers = slowUntil(providerAnswers);
        for (int made = 0; made < 5; made++) {
            bench.created();
        }
        Job job = new PaymentsConfiguration()
                .paymentsLeftHalfWay(
                        bench.store, drivers, settings, Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        job.work().run();
        job.work().run();
        assertThat(lookedAt()).isEqualTo(2);
        providerAnswers.countDown();
        drivers.close();
    }

    @Test
    void aBuyerWhoAsksAgainAndAgainAsksTheProviderOnceAndLeavesRoomForOthers() throws Exception {
        CountDownLatch providerAnswers = new CountDownLatch(1);
        DriverPool drivers = slowUntil(providerAnswers);
        PaymentRow payment = bench.row(bench.created());
        Future<PaymentRow> asked = drivers.ask(payment);
        assertThat(drivers.ask(payment)).isSameAs(asked);
        PaymentRow another = bench.row(bench.created());
        assertThat(drivers.ask(another).get()).isEqualTo(another);
        assertThat(drivers.freeSlots()).isEqualTo(1);
        assertThat(asked.isDone()).isFalse();
        providerAnswers.countDown();
        assertThat(asked.get()).isEqualTo(payment);
        drivers.close();
    }

    /** Drivers of a provider that does not answer before the latch is open; there is room for two. */
    private DriverPool slowUntil(CountDownLatch providerAnswers) {
        PaymentDriver slow = new PaymentDriver(bench.store, null, null) {
            @Override
            PaymentRow pollProvider(PaymentRow payment) {
                try {
                    providerAnswers.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                return payment;
            }
        };
        return new DriverPool(slow, program.bean(PaymentWaiters.class), program.bean(PaymentsSettings.class));
    }

    @Test
    void aSecondRefundAtTheSameMomentIsAnsweredAsTheFirst() {
        bench.provider.scriptProgress(CheckoutProgress.AUTHORISED);
        UUID payment = bench.created();
        bench.settle(payment);
        PaymentRow asItWas = bench.row(payment);
        PaymentStore behind = new PaymentStore(program.bean(JdbcClient.class)) {
            private boolean read;

            @Override
            public Optional<PaymentRow> find(UUID id) {
                boolean first = !read;
                read = true;
                return first ? Optional.of(asItWas) : super.find(id);
            }
        };
        Caller creator = new Caller(bench.seller, Set.of(Role.CREATOR), true, new Origin("a", "b", null, "api"));
        assertThat(refunds(bench.store).request(payment, creator).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(refunds(behind).request(payment, creator).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(bench.provider.refunds()).isEqualTo(1);
    }

    @Test
    void aDisputeAtTheMomentOfARefundStopsIt() throws Exception {
        UUID payment = settledPayment();
        Caller creator = new Caller(bench.seller, Set.of(Role.CREATOR), true, new Origin("a", "b", null, "api"));
        Future<PaymentRow> refund = program.bean(TransactionOperations.class).execute(status -> {
            bench.store.markTakenBack(payment, TakenBack.DISPUTED);
            Future<PaymentRow> asked = Executors.newVirtualThreadPerTaskExecutor()
                    .submit(() -> refunds(bench.store).request(payment, creator));
            // It has read the payment as it was, and waits for the lock.
            assertThatThrownBy(() -> asked.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return asked;
        });
        assertThatThrownBy(refund::get).hasCauseInstanceOf(PaymentTakenBack.class);
        assertThat(bench.provider.refunds()).isZero();
        assertThat(bench.earnings().balance().units()).isEqualTo(PaymentFixture.SHARE);
    }

    @Test
    void aDisputeThatFindsARefundUnderWayIsToldAsMoneyThatMayGoOutTwice() {
        UUID payment = settledPayment();
        bench.startRefund(payment);
        UnexpectedMessages heard = program.bean(UnexpectedMessages.class);
        heard.hear(
                FakeProvider.NAME,
                "evt_" + payment,
                new ProviderEvent("1", payment, "DISPUTED", CheckoutStatus.of(CheckoutProgress.DISPUTED)));
        await().until(() -> alertsAbout(payment) == 1);
        assertThat(program.bean(JdbcClient.class)
                        .sql("select title || ': ' || description from monitoring.alert where description like ?")
                        .param("%" + payment + "%")
                        .query(String.class)
                        .single())
                .contains("Payment Disputed", "stands at refunding", "may go out twice");
    }

    private UUID settledPayment() {
        bench.provider.scriptProgress(CheckoutProgress.AUTHORISED);
        UUID payment = bench.created();
        bench.settle(payment);
        return payment;
    }

    @Test
    void aCardThatWasRemovedWhileItsPaymentRanStaysRemoved() {
        Instant begun = Instant.now();
        UUID method = savedCard(begun);
        methods().remove(buyer, method);
        methods().save(buyer, FakeProvider.NAME, CARD, begun);
        assertThat(methods().of(buyer)).isEmpty();
        methods().save(buyer, FakeProvider.NAME, CARD, Instant.now());
        assertThat(methods().of(buyer)).hasSize(1);
    }

    @Test
    void aPaymentIsSettledThoughNobodyIsLeftToKeepItsCardFor() {
        bench.provider.scriptProgress(CheckoutProgress.AUTHORISED);
        UUID payment = bench.created(buyer, null, bench.now());
        bench.drive(payment, null);
        bench.provider.advance(payment);
        savedCard(bench.now());
        program.bean(Vault.class).forget(buyer.value());
        bench.drive(payment, new CheckoutStatus(CheckoutProgress.AUTHORISED, null, null, CARD, null));
        assertThat(bench.state(payment)).isEqualTo(PaymentState.SETTLED);
    }

    @Test
    void anotherAmountThanThePriceIsNeverBooked() {
        UUID payment = bench.created();
        bench.drive(payment, null);
        bench.provider.setProgress(payment, CheckoutProgress.AUTHORISED);
        for (Money taken : List.of(Money.of(Asset.USD, 1), Money.of(Asset.EUR, PaymentFixture.PRICE))) {
            CheckoutStatus other = CheckoutStatus.of(CheckoutProgress.AUTHORISED, taken);
            assertThatThrownBy(() -> bench.drive(payment, other)).hasMessageContaining(taken.toString());
        }
        assertThat(bench.state(payment)).isEqualTo(PaymentState.AUTHORISING);
        assertThat(bench.provider.captures(payment)).isZero();
        await().until(() -> alertsAbout(payment) == 1);
    }

    @Test
    void peopleAreCalledOnceWhenAPaymentWaitsTooLong() {
        UUID payment = bench.created();
        bench.drive(payment, null);
        bench.drive(payment, CheckoutStatus.of(CheckoutProgress.UNKNOWN));
        assertThat(overdue(Duration.ofMinutes(59))).doesNotContain(payment);
        assertThat(overdue(Duration.ofMinutes(61))).contains(payment);
        assertThat(overdue(Duration.ofMinutes(62))).doesNotContain(payment);
        assertThat(bench.events("payment_overdue", payment)).isEqualTo(1);
        await().until(() -> alertsAbout(payment) == 1);
    }

    /** Whom people were called to when so much time had gone by. */
    private List<UUID> overdue(Duration later) {
        Clock then = Clock.offset(Clock.systemUTC(), later);
        JdbcClient jdbc = program.bean(JdbcClient.class);
        new OverduePayments(
                        new OverdueStore(jdbc),
                        program.bean(Events.class),
                        program.bean(PaymentsSettings.class),
                        program.bean(TransactionOperations.class),
                        then)
                .callPeople();
        return jdbc.sql("select payment from payments.overdue_call where called_at > ?")
                .param(then.instant().minusSeconds(30).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    @Test
    void aNumberInAProvidersSignedMessageIsTakenAndStoredNowhere() {
        PaymentsSettings settings = program.bean(PaymentsSettings.class);
        WebhookApi webhooks = new WebhookApi(
                new PaymentProviders(List.of(bench.provider), settings),
                bench.store,
                program.bean(DriverPool.class),
                program.bean(UnexpectedMessages.class),
                Clock.systemUTC());
        byte[] body = "evt_4242424242424242".getBytes(StandardCharsets.UTF_8);
        webhooks.receive(FakeProvider.NAME, "signed", body);
        webhooks.receive(FakeProvider.NAME, "signed", body);
        List<String> stored = program.bean(JdbcClient.class)
                .sql("select event_id from payments.webhook where provider = ?")
                .param(FakeProvider.NAME)
                .query(String.class)
                .list();
        assertThat(stored).hasSize(1).noneMatch(id -> id.contains("4242424242424242"));
        methods()
                .save(
                        buyer,
                        FakeProvider.NAME,
                        new CheckoutStatus.SavedCard("4242424242424242", "Visa", "4242", "12/34"),
                        Instant.now());
        assertThat(methods().of(buyer)).isEmpty();
    }

    @Test
    void oneCardTooManyIsNotKept() {
        for (int card = 0; card <= PaymentMethods.SAVED_MAX; card++) {
            methods()
                    .save(
                            buyer,
                            FakeProvider.NAME,
                            new CheckoutStatus.SavedCard("tok_" + card, "Visa", "%04d".formatted(card), "12/34"),
                            Instant.now());
        }
        savedCard(Instant.now());
        Long kept = program.bean(JdbcClient.class)
                .sql("select count(*) from payments.method where account = ?")
                .param(buyer.value())
                .query(Long.class)
                .single();
        assertThat(kept).isEqualTo(PaymentMethods.SAVED_MAX);
    }

    @Test
    void theSameCardKeptAgainTakesThePlaceOfTheFormerOne() {
        UUID former = savedCard(Instant.now());
        CheckoutStatus.SavedCard again = new CheckoutStatus.SavedCard("tok_2", "Visa", "4242", "12/34");
        methods().save(buyer, FakeProvider.NAME, again, Instant.now());
        assertThat(methods().of(buyer)).hasSize(1).noneMatch(kept -> kept.id().equals(former));
        // The payment that kept the former one is driven once more.
        methods().save(buyer, FakeProvider.NAME, CARD, Instant.now().minusSeconds(60));
        assertThat(methods().of(buyer)).hasSize(1).noneMatch(kept -> kept.id().equals(former));
        // A payment that has begun with it goes on.
        assertThat(methods().token(buyer, former)).isEqualTo(CARD.token());
        methods()
                .save(
                        buyer,
                        FakeProvider.NAME,
                        new CheckoutStatus.SavedCard("tok_3", "Visa", "4242", "01/39"),
                        Instant.now());
        assertThat(methods().of(buyer)).hasSize(2);
    }

    private UUID paymentToAFrozenAccount() {
        UUID payment = bench.created();
        bench.postings.account(PaymentPostings.earnings(bench.seller.toString(), network.fanz.common.Asset.USD));
        bench.drive(payment, null);
        bench.ledger().freezeAccount(bench.earnings().id());
        return payment;
    }

    private UUID savedCard(Instant asked) {
        methods().save(buyer, FakeProvider.NAME, CARD, asked);
        return methods().of(buyer).getFirst().id();
    }

    private static PaymentMethods methods() {
        return program.bean(PaymentMethods.class);
    }

    private RefundCreation refunds(PaymentStore store) {
        return new RefundCreation(store, bench.transitions(), bench.driver, program.bean(UnexpectedMessageStore.class));
    }

    private long lookedAt() {
        return program.bean(JdbcClient.class)
                .sql("select count(*) from payments.payment where seller = ? and attempts > 0")
                .param(bench.seller.value())
                .query(Long.class)
                .single();
    }

    private static long alertsAbout(UUID payment) {
        return program.bean(JdbcClient.class)
                .sql("select count(*) from monitoring.alert where description like ?")
                .param("%" + payment + "%")
                .query(Long.class)
                .single();
    }
}
