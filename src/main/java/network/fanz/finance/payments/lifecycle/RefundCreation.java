package network.fanz.finance.payments.lifecycle;

import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Forbidden;
import network.fanz.common.NotFound;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.NotRefundable;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.PaymentTakenBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins refunds: who may ask for one, and of which payments. */
@Component
public class RefundCreation {
    private static final Logger LOG = LoggerFactory.getLogger(RefundCreation.class);

    private final PaymentStore store;
    private final TransitionWriter transitions;
    private final PaymentDriver driver;
    private final UnexpectedMessageStore messages;

    RefundCreation(
            PaymentStore store, TransitionWriter transitions, PaymentDriver driver, UnexpectedMessageStore messages) {
        this.store = store;
        this.messages = messages;
        this.transitions = transitions;
        this.driver = driver;
    }

    /**
     * Starts the refund of a settled payment for its seller, or for finance staff who have not bought it. A payment whose refund has started is
     * answered as it is.
     */
    public PaymentRow request(UUID id, Caller caller) {
        PaymentRow payment = store.find(id).orElseThrow(() -> new NotFound("payment"));
        if (!payment.isVisibleTo(caller)) {
            throw new NotFound("payment");
        }
        if (!payment.isDecidedBy(caller)) {
            throw new Forbidden(
                    "The creator and finance staff give a payment back, and nobody their own purchase. Its buyer can ask for that on the payment’s page.");
        }
        return switch (payment.state()) {
            case SETTLED -> {
                requireNothingTakenBack(payment);
                requireNoDoubt(payment, caller);
                yield begin(payment, caller.requireAccount());
            }
            case REFUNDING, REFUNDED, REFUND_REFUSED -> payment;
            case CREATED, AUTHORISING, AUTHORISED, UNKNOWN, POSTED, DECLINED -> throw new NotRefundable();
        };
    }

    /** Money that goes back without us would go out twice. Nobody may ask for that: what a person can do about it is a posting by hand. */
    private static void requireNothingTakenBack(PaymentRow payment) {
        if (payment.takenBack() != null) {
            throw new PaymentTakenBack(payment.takenBack());
        }
    }

    /** Of what else the provider said finance staff know what it means, and decide. */
    private void requireNoDoubt(PaymentRow payment, Caller caller) {
        if (!PaymentRow.isFinanceStaff(caller) && messages.existOf(payment.id())) {
            throw NotRefundable.whileInDoubt();
        }
    }

    private PaymentRow begin(PaymentRow payment, AccountId requestedBy) {
        Mover mover = Mover.caller(requestedBy);
        try {
            transitions.transition(
                    payment, mover, new StateChange.RefundStarted(requestedBy, transitions.nextAttempt()));
        } catch (Overtaken overtaken) {
            PaymentRow now = store.find(payment.id()).orElseThrow();
            if (now.state() == PaymentState.SETTLED) {
                requireNothingTakenBack(now);
            }
            // Only a refund moves a settled payment, so the other caller has asked for the same.
            return now;
        }
        try {
            return driver.drive(payment.id(), null, mover);
        } catch (RuntimeException failed) {
            LOG.warn("The refund of payment {} goes on later", payment.id(), failed);
            return store.find(payment.id()).orElseThrow();
        }
    }
}
