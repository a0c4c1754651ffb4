package network.fanz.finance.payments.machine;

import java.util.Optional;
import java.util.UUID;
import network.fanz.finance.payments.spi.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves a payment from wherever it stands as far as it goes. A step first does what is outside (provider, ledger), which may all be
 * repeated, and then writes the new state; whoever dies in between repeats the step. On one node a payment has one driver at a time; two
 * nodes do no harm, for the second finds a newer version and looks again.
 */
@Component
public class PaymentDriver {
    private static final int TRIES = 8;

    private final PaymentStore store;
    private final Charges charges;
    private final GiveBack refunds;
    private final Turns turns = new Turns();

    PaymentDriver(PaymentStore store, Charges charges, GiveBack refunds) {
        this.store = store;
        this.charges = charges;
        this.refunds = refunds;
    }

    /**
     * @param news what the provider has just said; null if nothing
     * @return the payment where it stands now
     */
    PaymentRow drive(UUID id, @Nullable Status news) {
        return turns.inTurn(id, () -> again(id, news, false));
    }

    /** Drives a payment that was just read or made, without reading it again first. */
    public PaymentRow drive(PaymentRow payment) {
        return turns.inTurn(payment.id(), () -> {
            try {
                return onward(payment, null);
            } catch (Overtaken overtaken) {
                return again(payment.id(), null, true);
            }
        });
    }

    /** Asks the provider where a payment stands that nothing has been heard of, and goes on from there. */
    PaymentRow ask(PaymentRow payment) {
        return switch (payment.state()) {
            case AUTHORISING, UNKNOWN -> drive(payment.id(), charges.ask(payment));
            case DECLINED -> turns.inTurn(payment.id(), () -> charges.sweep(payment));
            default -> drive(payment.id(), null);
        };
    }

    /** @param behind whether somebody else has moved it while it was being moved here */
    private PaymentRow again(UUID id, @Nullable Status news, boolean behind) {
        for (int tries = 1; ; tries++) {
            PaymentRow payment = store.find(id).orElseThrow();
            if (behind || tries > 1) {
                charges.leaveNothingHeld(payment);
            }
            try {
                return onward(payment, news);
            } catch (Overtaken overtaken) {
                if (tries == TRIES) {
                    throw new IllegalStateException("Payment " + id + " keeps being moved by others", overtaken);
                }
            }
        }
    }

    private PaymentRow onward(PaymentRow from, @Nullable Status news) {
        PaymentRow payment = from;
        Optional<PaymentRow> next = step(payment, news);
        while (next.isPresent()) {
            payment = next.get();
            next = step(payment, null);
        }
        return payment;
    }

    /** One step onward; empty where the payment waits for the buyer, the bank or nobody. */
    private Optional<PaymentRow> step(PaymentRow payment, @Nullable Status news) {
        return switch (payment.state()) {
            case CREATED -> Optional.of(charges.open(payment));
            case AUTHORISING, UNKNOWN -> news == null ? Optional.empty() : charges.decide(payment, news);
            case AUTHORISED -> Optional.of(charges.capture(payment));
            case REFUNDING -> Optional.of(refunds.giveBack(payment));
            case POSTED -> throw new IllegalStateException("SETTLED is written together with POSTED: " + payment.id());
            case SETTLED, DECLINED, REFUNDED, REFUND_REFUSED -> Optional.empty();
        };
    }
}
