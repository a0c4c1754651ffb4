package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.CheckoutStatus;
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
class PaymentCrashTest {
    private static RunningFanz program;

    private final PaymentFixture bench = new PaymentFixture(program);
    private final FailPoints points = bench.points;
    private final FakeProvider provider = bench.provider;

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
        provider.scriptProgress(CheckoutProgress.AUTHORISED);
        List<UUID> paid = killedEverywhere(payment -> {
            bench.drive(payment, null);
            provider.advance(payment);
            bench.drive(payment, CheckoutStatus.of(CheckoutProgress.AUTHORISED));
        });
        assertThat(paid).hasSizeGreaterThan(10).allSatisfy(payment -> {
            assertThat(bench.state(payment)).isEqualTo(PaymentState.SETTLED);
            assertThat(provider.captures(payment)).isEqualTo(1);
            assertThat(bench.events("payment_settled", payment)).isEqualTo(1);
        });
        assertThat(bench.earnings().balance().units()).isEqualTo((long) PaymentFixture.SHARE * paid.size());
        bench.assertBooksSound();
    }

    @Test
    void aDeclineAfterSilenceGivesItsHoldBackWhereverItIsKilled() {
        provider.scriptProgress(CheckoutProgress.UNKNOWN, CheckoutProgress.DECLINED);
        List<UUID> refused = killedEverywhere(payment -> {
            bench.drive(payment, null);
            provider.advance(payment);
            bench.drive(payment, CheckoutStatus.of(CheckoutProgress.UNKNOWN));
            provider.advance(payment);
            bench.drive(payment, CheckoutStatus.of(CheckoutProgress.DECLINED));
        });
        assertThat(refused).hasSizeGreaterThan(8).allSatisfy(payment -> {
            assertThat(bench.state(payment)).isEqualTo(PaymentState.DECLINED);
            assertThat(provider.captures(payment)).isZero();
            assertThat(bench.events("payment_failed", payment)).isEqualTo(1);
            assertThat(bench.events("payment_settled", payment)).isZero();
        });
        bench.assertBooksSound();
    }

    @Test
    void aHoldThatIsPlacedWhileAnotherNodeDeclinesIsGivenBack() {
        provider.scriptProgress(CheckoutProgress.AUTHORISED);
        PaymentDriver otherNode = bench.newDriver();
        UUID payment = bench.created();
        bench.drive(payment, null);
        bench.beforeHold = held -> {
            bench.beforeHold = none -> {};
            otherNode.drive(held.id(), CheckoutStatus.of(CheckoutProgress.CANCELLED), Mover.JOB);
        };
        assertThat(bench.drive(payment, CheckoutStatus.of(CheckoutProgress.AUTHORISED))
                        .state())
                .isEqualTo(PaymentState.DECLINED);
        bench.assertBooksSound();
    }

    @Test
    void aRefundPaysBackOnceWhereverItIsKilled() {
        provider.scriptProgress(CheckoutProgress.AUTHORISED);
        List<UUID> refunded = killedEverywhere(this::refundIsAskedFor, bench::drive);
        assertThat(refunded).hasSizeGreaterThan(5).allSatisfy(payment -> {
            assertThat(bench.state(payment)).isEqualTo(PaymentState.REFUNDED);
            assertThat(bench.events("payment_refunded", payment)).isEqualTo(1);
        });
        assertThat(provider.refunds()).isEqualTo(refunded.size());
        assertThat(bench.earnings().balance().isZero()).isTrue();
        bench.assertBooksSound();
    }

    @Test
    void aRefundThatIsRefusedForGoodChangesNothingWhereverItIsKilled() {
        provider.scriptProgress(CheckoutProgress.AUTHORISED);
        provider.refuseRefunds();
        List<UUID> refused = killedEverywhere(this::refundIsAskedFor, bench::drive);
        assertThat(refused).hasSizeGreaterThan(7).allSatisfy(payment -> {
            assertThat(bench.state(payment)).isEqualTo(PaymentState.REFUND_REFUSED);
            assertThat(bench.events("refund_refused", payment)).isEqualTo(1);
            assertThat(bench.events("payment_refunded", payment)).isZero();
        });
        assertThat(provider.refunds()).isZero();
        assertThat(bench.earnings().balance().units()).isEqualTo((long) PaymentFixture.SHARE * refused.size());
        bench.assertBooksSound();
    }

    private void refundIsAskedFor(UUID payment) {
        points.disarm();
        bench.settle(payment);
        bench.startRefund(payment);
    }

    private interface KilledSteps {
        void tell(UUID payment);
    }

    private interface KilledLastSteps {
        void tell(UUID payment, CheckoutStatus status);
    }

    /** Tells the story with a death at the first point, the second, and so on, until it is told to its end. */
    private List<UUID> killedEverywhere(KilledSteps killedSteps) {
        return killedEverywhere(payment -> {}, (payment, none) -> killedSteps.tell(payment));
    }

    private List<UUID> killedEverywhere(KilledSteps before, KilledLastSteps story) {
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
                points.disarm();
                bench.finishByJob(payment);
            }
        }
        return payments;
    }
}
