package network.fanz.finance.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Ids;
import network.fanz.common.Money;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.Ledger;
import network.fanz.finance.ledger.LedgerAccount;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.payments.spi.PaymentProvider;
import network.fanz.finance.payments.spi.Status;
import network.fanz.finance.payments.spi.Status.Progress;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.fraud.Fraud;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A payment is killed before and after each of its steps, over and over, and left to the job: money is never lost and never taken
 * twice, and what the ledger, the vendor and the event log say agrees.
 */
@Tag("crash")
class KilledAtEveryStepTest {
    private static final int PRICE = 1000;
    private static final int SHARE = 800;

    private static RunningFanz program;

    private final FailPoints points = new FailPoints();
    private final Till till = new Till(points);
    private final Clock clock = Clock.systemUTC();
    private final AccountId seller = new AccountId(UUID.randomUUID());
    private final PaymentStore store = new PaymentStore(program.bean(JdbcClient.class)) {
        @Override
        Optional<PaymentRow> move(PaymentRow from, Instant at, List<Move> path) {
            return points.around("move to " + path.getLast().to(), () -> super.move(from, at, path));
        }
    };
    private final Postings postings = new Postings(program.bean(Ledger.class)) {
        @Override
        Outcome hold(PaymentRow payment) {
            beforeHold.accept(payment);
            return points.around("hold", () -> super.hold(payment));
        }

        @Override
        Outcome post(PaymentRow payment) {
            return points.around("post", () -> super.post(payment));
        }

        @Override
        Outcome release(PaymentRow payment) {
            return points.around("release", () -> super.release(payment));
        }

        @Override
        Outcome bookAgain(PaymentRow payment) {
            return points.around("bookAgain", () -> super.bookAgain(payment));
        }

        @Override
        Outcome reverse(PaymentRow payment) {
            return points.around("reverse", () -> super.reverse(payment));
        }
    };
    private final PaymentDriver driver = driver();
    private Consumer<PaymentRow> beforeHold = payment -> {};

    @BeforeAll
    static void open() {
        program = RunningFanz.start("--fanz.payments.job-period=1h");
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void aPaymentIsTakenOnceWhereverItIsKilled() {
        till.willAnswer(Progress.AUTHORISED);
        List<UUID> paid = killedEverywhere(payment -> {
            driver.drive(payment, null);
            till.goOn(payment);
            driver.drive(payment, Status.of(Progress.AUTHORISED));
        });
        assertThat(paid).hasSizeGreaterThan(10).allSatisfy(payment -> {
            assertThat(state(payment)).isEqualTo(PaymentState.SETTLED);
            assertThat(till.timesTaken(payment)).isEqualTo(1);
            assertThat(events("payment_settled", payment)).isEqualTo(1);
        });
        assertThat(earnings().balance().units()).isEqualTo((long) SHARE * paid.size());
        nothingIsHeldOrMissing();
    }

    @Test
    void aDeclineAfterSilenceGivesItsHoldBackWhereverItIsKilled() {
        till.willAnswer(Progress.UNKNOWN, Progress.DECLINED);
        List<UUID> refused = killedEverywhere(payment -> {
            driver.drive(payment, null);
            till.goOn(payment);
            driver.drive(payment, Status.of(Progress.UNKNOWN));
            till.goOn(payment);
            driver.drive(payment, Status.of(Progress.DECLINED));
        });
        assertThat(refused).hasSizeGreaterThan(8).allSatisfy(payment -> {
            assertThat(state(payment)).isEqualTo(PaymentState.DECLINED);
            assertThat(till.timesTaken(payment)).isZero();
            assertThat(events("payment_failed", payment)).isEqualTo(1);
            assertThat(events("payment_settled", payment)).isZero();
        });
        nothingIsHeldOrMissing();
    }

    @Test
    void aHoldThatIsPlacedWhileAnotherNodeDeclinesIsGivenBack() {
        till.willAnswer(Progress.AUTHORISED);
        PaymentDriver otherNode = driver();
        UUID payment = created();
        driver.drive(payment, null);
        beforeHold = held -> {
            beforeHold = none -> {};
            otherNode.drive(held.id(), Status.of(Progress.CANCELLED));
        };
        assertThat(driver.drive(payment, Status.of(Progress.AUTHORISED)).state())
                .isEqualTo(PaymentState.DECLINED);
        nothingIsHeldOrMissing();
    }

    @Test
    void aRefundPaysBackOnceWhereverItIsKilled() {
        till.willAnswer(Progress.AUTHORISED);
        List<UUID> refunded = killedEverywhere(this::refundIsAskedFor, driver::drive);
        assertThat(refunded).hasSizeGreaterThan(5).allSatisfy(payment -> {
            assertThat(state(payment)).isEqualTo(PaymentState.REFUNDED);
            assertThat(events("payment_refunded", payment)).isEqualTo(1);
        });
        assertThat(till.timesPaidBack()).isEqualTo(refunded.size());
        assertThat(earnings().balance().isZero()).isTrue();
        nothingIsHeldOrMissing();
    }

    @Test
    void aRefundThatIsRefusedForGoodChangesNothingWhereverItIsKilled() {
        till.willAnswer(Progress.AUTHORISED);
        till.willNotPayBack();
        List<UUID> refused = killedEverywhere(this::refundIsAskedFor, driver::drive);
        assertThat(refused).hasSizeGreaterThan(7).allSatisfy(payment -> {
            assertThat(state(payment)).isEqualTo(PaymentState.REFUND_REFUSED);
            assertThat(events("refund_refused", payment)).isEqualTo(1);
            assertThat(events("payment_refunded", payment)).isZero();
        });
        assertThat(till.timesPaidBack()).isZero();
        assertThat(earnings().balance().units()).isEqualTo((long) SHARE * refused.size());
        nothingIsHeldOrMissing();
    }

    private void refundIsAskedFor(UUID payment) {
        points.spare();
        driver.drive(payment, null);
        till.goOn(payment);
        driver.drive(payment, Status.of(Progress.AUTHORISED));
        store.move(store.find(payment).orElseThrow(), now(), List.of(Move.to(PaymentState.REFUNDING, now())));
    }

    private interface Story {
        void tell(UUID payment);
    }

    private interface Ending {
        void tell(UUID payment, Status news);
    }

    /** Tells the story with a death at the first point, the second, and so on, until it is told to its end. */
    private List<UUID> killedEverywhere(Story story) {
        return killedEverywhere(payment -> {}, (payment, none) -> story.tell(payment));
    }

    private List<UUID> killedEverywhere(Story before, Ending story) {
        List<UUID> payments = new ArrayList<>();
        boolean toldToTheEnd = false;
        for (int point = 1; !toldToTheEnd; point++) {
            UUID payment = created();
            payments.add(payment);
            before.tell(payment);
            points.killAt(point);
            try {
                story.tell(payment, null);
                toldToTheEnd = true;
            } catch (FailPoints.Killed killed) {
                points.spare();
                finishedByTheJob(payment);
            }
        }
        return payments;
    }

    /** What happens at the vendor goes on although we are dead; the job asks and goes on from there. */
    private void finishedByTheJob(UUID payment) {
        for (int looks = 0; looks < 4; looks++) {
            store.due(now().plus(Duration.ofHours(1 + looks)), 100, Duration.ofSeconds(1), Duration.ofSeconds(2))
                    .forEach(driver::ask);
            if (!PaymentTransitions.isFinal(state(payment))) {
                till.goOn(payment);
            }
        }
    }

    private UUID created() {
        AccountId buyer = new AccountId(UUID.randomUUID());
        UUID id = Ids.derived("test", buyer.toString());
        Money price = Money.of(Asset.USD, PRICE);
        Money share = Money.of(Asset.USD, SHARE);
        store.insert(
                new PaymentRow(
                        id,
                        buyer,
                        seller,
                        PaymentKind.TIP,
                        null,
                        price,
                        price.minus(share),
                        share,
                        1,
                        PaymentState.CREATED,
                        1,
                        null,
                        Till.NAME,
                        null,
                        null,
                        null,
                        "tube",
                        0,
                        now(),
                        now(),
                        null,
                        null),
                now());
        return id;
    }

    private PaymentDriver driver() {
        PaymentsSettings settings = program.bean(PaymentsSettings.class);
        Providers providers = new Providers(List.<PaymentProvider>of(till), settings);
        Moves moves = new Moves(
                store,
                program.bean(Fraud.class),
                program.bean(Events.class),
                program.bean(Audit.class),
                settings,
                program.bean(TransactionOperations.class),
                clock);
        return new PaymentDriver(
                store,
                new Charges(moves, postings, providers, program.bean(Methods.class), settings, clock),
                new GiveBack(moves, postings, providers));
    }

    private PaymentState state(UUID payment) {
        return store.find(payment).orElseThrow().state();
    }

    private static long events(String type, UUID payment) {
        return program.bean(JdbcClient.class)
                .sql("select count(*) from events.event where type = ? and key = ?")
                .params(type, payment.toString())
                .query(Long.class)
                .single();
    }

    private LedgerAccount earnings() {
        return program.bean(Ledger.class).accountsOf(seller.toString()).stream()
                .filter(account -> account.code() == AccountCode.CREATOR_EARNINGS)
                .findFirst()
                .orElseThrow();
    }

    private void nothingIsHeldOrMissing() {
        assertThat(earnings().pendingCredits()).isZero();
        assertThat(program.bean(Ledger.class).trialBalance()).allMatch(asset -> asset.balanced());
        assertThat(program.bean(Ledger.class).verify().sound()).isTrue();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
