package network.fanz.finance.payments.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.spi.Status;
import network.fanz.finance.payments.spi.Status.Progress;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A payment is killed before and after each of its steps, over and over, and left to the job: money is never lost and never taken
 * twice, and what the ledger, the vendor and the event log say agrees.
 */
@Tag("crash")
class KilledAtEveryStepTest {
    private static RunningFanz program;

    private final Workbench bench = new Workbench(program);
    private final FailPoints points = bench.points;
    private final Till till = bench.till;
    private final PaymentDriver driver = bench.driver;

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
            assertThat(bench.state(payment)).isEqualTo(PaymentState.SETTLED);
            assertThat(till.timesTaken(payment)).isEqualTo(1);
            assertThat(bench.events("payment_settled", payment)).isEqualTo(1);
        });
        assertThat(bench.earnings().balance().units()).isEqualTo((long) Workbench.SHARE * paid.size());
        bench.nothingIsHeldOrMissing();
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
            assertThat(bench.state(payment)).isEqualTo(PaymentState.DECLINED);
            assertThat(till.timesTaken(payment)).isZero();
            assertThat(bench.events("payment_failed", payment)).isEqualTo(1);
            assertThat(bench.events("payment_settled", payment)).isZero();
        });
        bench.nothingIsHeldOrMissing();
    }

    @Test
    void aHoldThatIsPlacedWhileAnotherNodeDeclinesIsGivenBack() {
        till.willAnswer(Progress.AUTHORISED);
        PaymentDriver otherNode = bench.newDriver();
        UUID payment = bench.created();
        driver.drive(payment, null);
        bench.beforeHold = held -> {
            bench.beforeHold = none -> {};
            otherNode.drive(held.id(), Status.of(Progress.CANCELLED));
        };
        assertThat(driver.drive(payment, Status.of(Progress.AUTHORISED)).state())
                .isEqualTo(PaymentState.DECLINED);
        bench.nothingIsHeldOrMissing();
    }

    @Test
    void aRefundPaysBackOnceWhereverItIsKilled() {
        till.willAnswer(Progress.AUTHORISED);
        List<UUID> refunded = killedEverywhere(this::refundIsAskedFor, driver::drive);
        assertThat(refunded).hasSizeGreaterThan(5).allSatisfy(payment -> {
            assertThat(bench.state(payment)).isEqualTo(PaymentState.REFUNDED);
            assertThat(bench.events("payment_refunded", payment)).isEqualTo(1);
        });
        assertThat(till.timesPaidBack()).isEqualTo(refunded.size());
        assertThat(bench.earnings().balance().isZero()).isTrue();
        bench.nothingIsHeldOrMissing();
    }

    @Test
    void aRefundThatIsRefusedForGoodChangesNothingWhereverItIsKilled() {
        till.willAnswer(Progress.AUTHORISED);
        till.willNotPayBack();
        List<UUID> refused = killedEverywhere(this::refundIsAskedFor, driver::drive);
        assertThat(refused).hasSizeGreaterThan(7).allSatisfy(payment -> {
            assertThat(bench.state(payment)).isEqualTo(PaymentState.REFUND_REFUSED);
            assertThat(bench.events("refund_refused", payment)).isEqualTo(1);
            assertThat(bench.events("payment_refunded", payment)).isZero();
        });
        assertThat(till.timesPaidBack()).isZero();
        assertThat(bench.earnings().balance().units()).isEqualTo((long) Workbench.SHARE * refused.size());
        bench.nothingIsHeldOrMissing();
    }

    private void refundIsAskedFor(UUID payment) {
        points.spare();
        bench.settled(payment);
        bench.refundIsAskedFor(payment);
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
            UUID payment = bench.created();
            payments.add(payment);
            before.tell(payment);
            points.killAt(point);
            try {
                story.tell(payment, null);
                toldToTheEnd = true;
            } catch (FailPoints.Killed killed) {
                points.spare();
                bench.finishedByTheJob(payment);
            }
        }
        return payments;
    }
}
