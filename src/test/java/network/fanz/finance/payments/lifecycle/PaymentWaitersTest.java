package network.fanz.finance.payments.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import network.fanz.finance.payments.FeeTable;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.platform.settings.Defaults;
import org.junit.jupiter.api.Test;

/** How callers wait for a payment to move. */
class PaymentWaitersTest {
    private final PaymentsSettings settings = Defaults.of(PaymentsSettings.class);
    private final PaymentWaiters paymentWaiters = new PaymentWaiters(settings);

    @Test
    void whoeverIsToStopWaitsNoLongerAndReadsNoMore() {
        AtomicInteger reads = new AtomicInteger();
        PaymentRow open = created();
        Thread.currentThread().interrupt();
        PaymentRow answered = paymentWaiters.awaitFinal(
                open.id(),
                () -> {
                    reads.incrementAndGet();
                    return open;
                },
                Duration.ofSeconds(1));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answered).isSameAs(open);
        assertThat(reads.get()).isEqualTo(1);
    }

    private static PaymentRow created() {
        NewPayment request = new NewPayment(
                new AccountId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                PaymentKind.TIP,
                null,
                Money.of(Asset.USD, 100),
                null,
                new Origin("address", "agent", null, "tube"),
                "key");
        FeeTable free = new FeeTable(1, Instant.EPOCH, Map.of(PaymentKind.TIP, 0));
        return PaymentRow.created(UUID.randomUUID(), request, free, "till", Instant.EPOCH);
    }
}
