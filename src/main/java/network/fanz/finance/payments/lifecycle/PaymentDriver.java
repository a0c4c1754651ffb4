package network.fanz.finance.payments.lifecycle;

import java.util.Optional;
import java.util.UUID;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.spi.CheckoutStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves a payment from wherever it stands as far as it goes. A step first does what is outside (provider, ledger), which may all be
 * repeated, and then writes the new state. If the node dies in between, the next attempt repeats the step. Two drivers of one payment do no
 * harm: the second finds a newer version when it writes, reads the payment again and goes on from there.
 */
@Component
class PaymentDriver {
    private static final int TRIES_MAX = 8;

    private final PaymentStore store;
    private final ChargeSteps chargeSteps;
    private final RefundSteps refunds;

    PaymentDriver(PaymentStore store, ChargeSteps chargeSteps, RefundSteps refunds) {
        this.store = store;
        this.chargeSteps = chargeSteps;
        this.refunds = refunds;
    }

    /**
     * Moves a payment on.
     *
     * @param status what the provider has just said; null if nothing
     * @return the payment where it stands now
     */
    PaymentRow drive(UUID id, @Nullable CheckoutStatus status, Mover mover) {
        return driveWithRetries(id, status, mover, false);
    }

    /** Moves a payment on that was just read or made, without reading it again first. */
    PaymentRow drive(PaymentRow payment, Mover mover) {
        try {
            return runSteps(payment, null, mover);
        } catch (Overtaken overtaken) {
            return driveWithRetries(payment.id(), null, mover, true);
        }
    }

    /** Moves a payment on for the job. Where the payment waits for the provider, the job asks the provider first. */
    PaymentRow pollProvider(PaymentRow payment) {
        return switch (payment.state()) {
            case AUTHORISING, UNKNOWN -> drive(payment.id(), chargeSteps.fetchStatus(payment), Mover.JOB);
            case DECLINED -> chargeSteps.sweepDeclined(payment);
            default -> drive(payment.id(), null, Mover.JOB);
        };
    }

    /** @param overtakenBefore whether another driver has moved the payment since this one began */
    private PaymentRow driveWithRetries(
            UUID id, @Nullable CheckoutStatus status, Mover mover, boolean overtakenBefore) {
        for (int tries = 1; ; tries++) {
            PaymentRow payment = store.find(id).orElseThrow();
            if (overtakenBefore || tries > 1) {
                chargeSteps.releaseLateHold(payment);
            }
            try {
                return runSteps(payment, status, mover);
            } catch (Overtaken overtaken) {
                if (tries == TRIES_MAX) {
                    throw new IllegalStateException("Payment " + id + " keeps being moved by others", overtaken);
                }
            }
        }
    }

    private PaymentRow runSteps(PaymentRow from, @Nullable CheckoutStatus status, Mover mover) {
        PaymentRow payment = from;
        Optional<PaymentRow> next = nextStep(payment, status, mover);
        while (next.isPresent()) {
            payment = next.get();
            next = nextStep(payment, null, mover);
        }
        return payment;
    }

    /** One step onward; empty where the payment waits for the buyer, the bank or nobody. */
    private Optional<PaymentRow> nextStep(PaymentRow payment, @Nullable CheckoutStatus status, Mover mover) {
        return switch (payment.state()) {
            case CREATED -> Optional.of(chargeSteps.openCheckout(payment, mover));
            case AUTHORISING, UNKNOWN ->
                status == null ? Optional.empty() : chargeSteps.applyStatus(payment, status, mover);
            case AUTHORISED -> Optional.of(chargeSteps.capture(payment, mover));
            case REFUNDING -> Optional.of(refunds.refund(payment, mover));
            case POSTED -> throw new IllegalStateException("SETTLED is written together with POSTED: " + payment.id());
            case SETTLED, DECLINED, REFUNDED, REFUND_REFUSED -> Optional.empty();
        };
    }
}
