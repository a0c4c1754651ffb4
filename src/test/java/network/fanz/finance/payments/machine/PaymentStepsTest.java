package network.fanz.finance.payments.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Origin;
import network.fanz.common.Role;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.methods.Methods;
import network.fanz.finance.payments.spi.Status;
import network.fanz.finance.payments.spi.Status.Progress;
import network.fanz.platform.events.Events;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.vault.Vault;
import network.fanz.security.audit.Audit;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Single steps of payments where something comes between: a late provider, a frozen account, another node. */
@Tag("database")
class PaymentStepsTest {
    private static final Status.SavedCard CARD = new Status.SavedCard("tok_1", "Visa", "4242", "12/34");

    private static RunningFanz program;

    private final Workbench bench = new Workbench(program);
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
        bench.driver.ask(bench.row(payment));
        assertThat(bench.row(payment).reason()).isEqualTo("abandoned");
        assertThat(bench.till.timesTaken(payment)).isZero();
        assertThat(bench.till.standing(payment)).isEqualTo(Progress.CANCELLED);
    }

    @Test
    void whatWasSetAsideBeforeTheProviderFellSilentIsLetGoWhenItIsTooLate() {
        Instant hoursAgo = bench.now().minus(Duration.ofHours(5));
        UUID payment = bench.created(buyer, savedCard(hoursAgo), hoursAgo);
        bench.till.stands(payment, Progress.AUTHORISED);
        bench.driver.ask(bench.row(payment));
        assertThat(bench.row(payment).reason()).isEqualTo("abandoned");
        assertThat(bench.till.standing(payment)).isEqualTo(Progress.CANCELLED);
    }

    @Test
    void aPageThatIsLeftOpenTooLongIsEnded() {
        UUID payment = bench.created(buyer, null, bench.now().minus(Duration.ofMinutes(31)));
        bench.till.stands(payment, Progress.OPEN);
        bench.store.move(bench.row(payment), bench.now(), List.of(Move.opened("till-" + payment, null, bench.now())));
        bench.driver.ask(bench.row(payment));
        assertThat(bench.row(payment).reason()).isEqualTo("abandoned");
        assertThat(bench.till.standing(payment)).isEqualTo(Progress.CANCELLED);
    }

    @Test
    void whatCannotBeBookedAgainIsToldAndBookedOnceTheAccountIsOpen() {
        bench.till.willAnswer(Progress.AUTHORISED);
        bench.till.willNotPayBack();
        UUID payment = bench.created();
        bench.settled(payment);
        bench.refundIsAskedFor(payment);
        bench.beforeBookAgain =
                again -> bench.ledger().freezeAccount(bench.earnings().id());
        assertThatThrownBy(() -> bench.driver.drive(payment, null)).hasMessageContaining("could not be booked again");
        assertThat(bench.state(payment)).isEqualTo(PaymentState.REFUNDING);
        assertThat(bench.events("posting_refused", payment)).isEqualTo(1);
        await().until(() -> alertsAbout(payment) == 1);
        bench.beforeBookAgain = again -> {};
        bench.ledger().unfreezeAccount(bench.earnings().id());
        bench.jobLooks(Duration.ofHours(1));
        assertThat(bench.state(payment)).isEqualTo(PaymentState.REFUND_REFUSED);
        assertThat(bench.earnings().balance().units()).isEqualTo(Workbench.SHARE);
        bench.nothingIsHeldOrMissing();
    }

    @Test
    void whatCannotBeBookedIsNotOverWhileTheBankMayStillTakeIt() {
        UUID payment = paymentToAFrozenAccount();
        bench.till.stands(payment, Progress.UNKNOWN);
        assertThatThrownBy(() -> bench.driver.drive(payment, Status.of(Progress.UNKNOWN)))
                .hasMessageContaining("cannot be booked");
        assertThat(bench.state(payment)).isEqualTo(PaymentState.AUTHORISING);
        bench.till.stands(payment, Progress.DECLINED);
        bench.jobLooks(Duration.ofHours(1));
        assertThat(bench.state(payment)).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void whatCannotBeBookedAndWasTakenGoesBack() {
        UUID payment = paymentToAFrozenAccount();
        bench.till.stands(payment, Progress.CAPTURED);
        bench.driver.drive(payment, Status.of(Progress.CAPTURED));
        assertThat(bench.row(payment).reason()).isEqualTo("not_bookable");
        assertThat(bench.till.timesPaidBack()).isEqualTo(1);
    }

    @Test
    void whatCannotBeBookedAndDoesNotGoBackIsToldToPeople() {
        UUID payment = paymentToAFrozenAccount();
        bench.till.willNotPayBack();
        bench.till.stands(payment, Progress.CAPTURED);
        assertThatThrownBy(() -> bench.driver.drive(payment, Status.of(Progress.CAPTURED)))
                .hasMessageContaining("cannot be booked");
        assertThat(bench.events("posting_refused", payment)).isEqualTo(1);
        await().until(() -> alertsAbout(payment) == 1);
    }

    @Test
    void whatWentBackBecauseItCannotBeBookedEndsAlsoWhenItsNodeDiedThen() {
        UUID payment = paymentToAFrozenAccount();
        PaymentRow row = bench.row(payment);
        bench.postings.hold(row);
        bench.till.stands(payment, Progress.CAPTURED);
        bench.till.refund(row.openSession(), Postings.refundId(row), row.price());
        bench.jobLooks(Duration.ofHours(1));
        assertThat(bench.row(payment).reason()).isEqualTo("not_bookable");
        assertThat(bench.till.timesPaidBack()).isEqualTo(1);
        bench.nothingIsHeldOrMissing();
    }

    @Test
    void whatIsPostedIsNotDeclinedWhenItsProviderAloneHasGivenItBack() {
        UUID payment = bench.created();
        bench.driver.drive(payment, null);
        bench.postings.hold(bench.row(payment));
        bench.postings.post(bench.row(payment));
        bench.till.stands(payment, Progress.REFUNDED);
        assertThatThrownBy(() -> bench.driver.ask(bench.row(payment))).hasMessageContaining("at its provider alone");
        assertThat(bench.state(payment)).isEqualTo(PaymentState.AUTHORISING);
    }

    @Test
    void aHoldOfTheFirstDriveIsGivenBackWhenAnotherNodeDeclinesMeanwhile() {
        UUID payment = bench.created(buyer, savedCard(bench.now()), bench.now());
        PaymentDriver otherNode = bench.newDriver();
        bench.beforeHold = held -> {
            bench.beforeHold = none -> {};
            otherNode.drive(held.id(), Status.of(Progress.CANCELLED));
        };
        assertThat(bench.driver.drive(bench.row(payment)).state()).isEqualTo(PaymentState.DECLINED);
        bench.nothingIsHeldOrMissing();
    }

    @Test
    void aHoldWhoseNodeDiedIsSweptAfterTheDecline() {
        UUID payment = bench.created();
        bench.driver.drive(payment, null);
        PaymentRow asItWas = bench.row(payment);
        bench.driver.drive(payment, Status.of(Progress.CANCELLED));
        bench.postings.hold(asItWas);
        assertThat(bench.earnings().pendingCredits()).isEqualTo(Workbench.SHARE);
        bench.jobLooks(Duration.ofHours(1));
        bench.nothingIsHeldOrMissing();
        assertThat(bench.store.due(bench.now().plus(Duration.ofDays(9)), 100, Duration.ZERO, Duration.ZERO))
                .noneMatch(due -> due.id().equals(payment));
    }

    @Test
    void theJobTakesNoMorePaymentsThanThereIsRoomFor() throws Exception {
        CountDownLatch providerAnswers = new CountDownLatch(1);
        PaymentDriver slow = new PaymentDriver(bench.store, null, null) {
            @Override
            PaymentRow ask(PaymentRow payment) {
                try {
                    providerAnswers.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                return payment;
            }
        };
        PaymentsSettings settings = program.bean(PaymentsSettings.class);
        Drives drives = new Drives(slow, program.bean(Waits.class), settings);
        for (int made = 0; made < 5; made++) {
            bench.created();
        }
        Job job = new PaymentsConfiguration()
                .paymentsLeftHalfWay(
                        bench.store, drives, settings, Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        job.work().run();
        job.work().run();
        assertThat(lookedAt()).isEqualTo(2);
        providerAnswers.countDown();
        drives.close();
    }

    @Test
    void aSecondRefundAtTheSameMomentIsAnsweredAsTheFirst() {
        bench.till.willAnswer(Progress.AUTHORISED);
        UUID payment = bench.created();
        bench.settled(payment);
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
        assertThat(refunds(bench.store).ask(payment, creator).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(refunds(behind).ask(payment, creator).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(bench.till.timesPaidBack()).isEqualTo(1);
    }

    @Test
    void aCardThatWasRemovedWhileItsPaymentRanStaysRemoved() {
        Instant begun = Instant.now();
        UUID method = savedCard(begun);
        methods().remove(buyer, method);
        methods().keep(buyer, Till.NAME, CARD, begun);
        assertThat(methods().of(buyer)).isEmpty();
        methods().keep(buyer, Till.NAME, CARD, Instant.now());
        assertThat(methods().of(buyer)).hasSize(1);
    }

    @Test
    void aPaymentIsSettledThoughNobodyIsLeftToKeepItsCardFor() {
        bench.till.willAnswer(Progress.AUTHORISED);
        UUID payment = bench.created(buyer, null, bench.now());
        bench.driver.drive(payment, null);
        bench.till.goOn(payment);
        savedCard(bench.now());
        program.bean(Vault.class).forget(buyer.value());
        bench.driver.drive(payment, new Status(Progress.AUTHORISED, null, CARD));
        assertThat(bench.state(payment)).isEqualTo(PaymentState.SETTLED);
    }

    @Test
    void aNumberInAProvidersSignedMessageIsTakenAndStoredNowhere() {
        PaymentsSettings settings = program.bean(PaymentsSettings.class);
        WebhookApi webhooks = new WebhookApi(
                new Providers(List.of(bench.till), settings),
                bench.store,
                program.bean(Drives.class),
                Clock.systemUTC());
        byte[] body = "evt_4242424242424242".getBytes(StandardCharsets.UTF_8);
        webhooks.receive(Till.NAME, "signed", body);
        webhooks.receive(Till.NAME, "signed", body);
        List<String> stored = program.bean(JdbcClient.class)
                .sql("select event_id from payments.webhook where provider = ?")
                .param(Till.NAME)
                .query(String.class)
                .list();
        assertThat(stored).hasSize(1).noneMatch(id -> id.contains("4242424242424242"));
        methods()
                .keep(
                        buyer,
                        Till.NAME,
                        new Status.SavedCard("4242424242424242", "Visa", "4242", "12/34"),
                        Instant.now());
        assertThat(methods().of(buyer)).isEmpty();
    }

    @Test
    void oneCardTooManyIsNotKept() {
        for (int card = 0; card <= Methods.KEPT_MAX; card++) {
            methods()
                    .keep(
                            buyer,
                            Till.NAME,
                            new Status.SavedCard("tok_" + card, "Visa", "4242", "12/34"),
                            Instant.now());
        }
        savedCard(Instant.now());
        Long kept = program.bean(JdbcClient.class)
                .sql("select count(*) from payments.method where account = ?")
                .param(buyer.value())
                .query(Long.class)
                .single();
        assertThat(kept).isEqualTo(Methods.KEPT_MAX);
    }

    private UUID paymentToAFrozenAccount() {
        UUID payment = bench.created();
        bench.postings.account(Postings.earnings(bench.seller.toString(), network.fanz.common.Asset.USD));
        bench.driver.drive(payment, null);
        bench.ledger().freezeAccount(bench.earnings().id());
        return payment;
    }

    private UUID savedCard(Instant asked) {
        methods().keep(buyer, Till.NAME, CARD, asked);
        return methods().of(buyer).getFirst().id();
    }

    private static Methods methods() {
        return program.bean(Methods.class);
    }

    private Refunds refunds(PaymentStore store) {
        return new Refunds(
                store,
                bench.moves(),
                bench.driver,
                program.bean(Events.class),
                program.bean(Audit.class),
                Clock.systemUTC());
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
