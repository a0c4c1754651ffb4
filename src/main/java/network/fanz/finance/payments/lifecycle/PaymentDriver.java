package network.fanz.finance.payments.lifecycle;

import java.util.Optional;
import java.util.UUID;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves a payment from wherever it stands as far as it goes. A step first does what is outside (provider, ledger), which may all be
 * repeated, and then writes the new state; whoever dies in between repeats the step. On one node a payment has one driver at a time; two
 * nodes do no harm, for the second finds a newer version and looks again.
 */
@Component
public class PaymentDriver {
    private static final int TRIES_MAX = 8;

    private final PaymentStore store;
    private final ChargeSteps chargeSteps;
    private final RefundSteps refunds;
    private final PaymentLocks locks = new PaymentLocks();

    PaymentDriver(PaymentStore store, ChargeSteps chargeSteps, RefundSteps refunds) {
        this.store = store;
        this.chargeSteps = chargeSteps;
        this.refunds = refunds;
    }

    /**
     * @param news what the provider has just said; null if nothing
     * @return the payment where it stands now
     */
    PaymentRow drive(UUID id, @Nullable CheckoutStatus news) {
        return locks.withLock(id, () -> driveWithRetries(id, news, false));
    }

    /** Drives a payment that was just read or made, without reading it again first. */
    public PaymentRow drive(PaymentRow payment) {
        return locks.withLock(payment.id(), () -> {
            try {
                return runSteps(payment, null);
            } catch (Overtaken overtaken) {
                return driveWithRetries(payment.id(), null, true);
            }
        });
    }

    /** Asks the provider where a payment stands that nothing has been heard of, and goes on from there. */
    PaymentRow pollProvider(PaymentRow payment) {
        return switch (payment.state()) {
            case AUTHORISING, UNKNOWN -> drive(payment.id(), chargeSteps.fetchStatus(payment));
            case DECLINED -> locks.withLock(payment.id(), () -> chargeSteps.sweepDeclined(payment));
            default -> drive(payment.id(), null);
        };
    }

    /** @param behind whether somebody else has moved it while it was being moved here */
    private PaymentRow driveWithRetries(UUID id, @Nullable CheckoutStatus news, boolean behind) {
        for (int tries = 1; ; tries++) {
            PaymentRow payment = store.find(id).orElseThrow();
            if (behind || tries > 1) {
                chargeSteps.releaseLateHold(payment);
            }
            try {
                return runSteps(payment, news);
            } catch (Overtaken overtaken) {
                if (tries == TRIES_MAX) {
                    throw new IllegalStateException("Payment " + id + " keeps being moved by others", overtaken);
                }
            }
        }
    }

    private PaymentRow runSteps(PaymentRow from, @Nullable CheckoutStatus news) {
        PaymentRow payment = from;
        Optional<PaymentRow> next = nextStep(payment, news);
        while (next.isPresent()) {
            payment = next.get();
            next = nextStep(payment, null);
        }
        return payment;
    }

    /** One step onward; empty where the payment waits for the buyer, the bank or nobody. */
    private Optional<PaymentRow> nextStep(PaymentRow payment, @Nullable CheckoutStatus news) {
        return switch (payment.state()) {
            case CREATED -> Optional.of(chargeSteps.openCheckout(payment));
            case AUTHORISING, UNKNOWN -> news == null ? Optional.empty() : chargeSteps.applyStatus(payment, news);
            case AUTHORISED -> Optional.of(chargeSteps.capture(payment));
            case REFUNDING -> Optional.of(refunds.refund(payment));
            case POSTED -> throw new IllegalStateException("SETTLED is written together with POSTED: " + payment.id());
            case SETTLED, DECLINED, REFUNDED, REFUND_REFUSED -> Optional.empty();
        };
    }
}
