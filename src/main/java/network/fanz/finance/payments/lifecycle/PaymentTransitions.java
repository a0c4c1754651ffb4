package network.fanz.finance.payments.lifecycle;

import static network.fanz.finance.payments.PaymentState.AUTHORISED;
import static network.fanz.finance.payments.PaymentState.AUTHORISING;
import static network.fanz.finance.payments.PaymentState.CREATED;
import static network.fanz.finance.payments.PaymentState.DECLINED;
import static network.fanz.finance.payments.PaymentState.POSTED;
import static network.fanz.finance.payments.PaymentState.REFUNDED;
import static network.fanz.finance.payments.PaymentState.REFUNDING;
import static network.fanz.finance.payments.PaymentState.REFUND_REFUSED;
import static network.fanz.finance.payments.PaymentState.SETTLED;
import static network.fanz.finance.payments.PaymentState.UNKNOWN;

import java.util.List;
import java.util.Locale;
import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;
import org.jspecify.annotations.Nullable;

/**
 * The state machine: every change of state that a payment can make, why it happens, and which event tells others of it. A change that is
 * not here does not happen. {@code docs/payments.md} is printed from it. A row must stay for as long as a payment's history has it.
 *
 * <p>Money in the ledger: a hold is pending from the moment at which money may have been set aside (AUTHORISED or UNKNOWN). It is posted
 * when the provider has captured the money, and voided when the provider's final answer is no.
 */
public final class PaymentTransitions {
    /** Why a payment begins: before CREATED it has no state. */
    static final String BEGINNING = "The buyer asked to pay.";

    private PaymentTransitions() {}

    /**
     * @param event the type of the event that is emitted with it; null if none is
     * @param cause what has happened, a sentence
     */
    record PaymentTransition(
            PaymentState from, PaymentState to, @Nullable Class<? extends DomainEvent> event, String cause) {
        /** The transition's name in the history, such as {@code created_authorising}. */
        String code() {
            return (from + "_" + to).toLowerCase(Locale.ROOT);
        }

        /** The event's name in the log; null if none is emitted. */
        @Nullable String eventName() {
            return event == null ? null : event.getAnnotation(EventType.class).value();
        }
    }

    static final List<PaymentTransition> ALL = List.of(
            silent(CREATED, AUTHORISING, "The risk is below high, and the provider has opened a checkout."),
            new PaymentTransition(
                    CREATED, DECLINED, PaymentFailed.class, "The risk is high or above, or could not be assessed."),
            silent(AUTHORISING, AUTHORISED, "The provider has set the money aside; the hold is pending in the ledger."),
            silent(AUTHORISING, UNKNOWN, "The bank has not answered; the hold is pending in the ledger."),
            new PaymentTransition(
                    AUTHORISING,
                    DECLINED,
                    PaymentFailed.class,
                    "The provider said no, or the buyer did not finish in time."),
            silent(UNKNOWN, AUTHORISED, "The bank has answered yes after all; the hold stays."),
            new PaymentTransition(
                    UNKNOWN, DECLINED, PaymentFailed.class, "The bank has answered no after all; the hold is voided."),
            silent(AUTHORISED, POSTED, "The provider has captured the money, and the hold is posted in the ledger."),
            new PaymentTransition(
                    AUTHORISED,
                    DECLINED,
                    PaymentFailed.class,
                    "The authorisation has lapsed at the provider; the hold is voided."),
            new PaymentTransition(
                    POSTED, SETTLED, PaymentSettled.class, "The settlement is told to all who wait for it."),
            new PaymentTransition(
                    SETTLED,
                    REFUNDING,
                    RefundRequested.class,
                    "Somebody with the right to it asked for a refund, and the provider had not said that the money was taken back."),
            new PaymentTransition(
                    REFUNDING,
                    REFUNDED,
                    PaymentRefunded.class,
                    "The posting is reversed, and the provider has paid back."),
            new PaymentTransition(
                    REFUNDING,
                    SETTLED,
                    RefundRefused.class,
                    "The ledger refused the reversal, for the creator no longer has the money; nothing was given back."),
            new PaymentTransition(
                    REFUNDING,
                    REFUND_REFUSED,
                    RefundRefused.class,
                    "The provider has refused for good to pay back; what was reversed is booked again."));

    private static PaymentTransition silent(PaymentState from, PaymentState to, String cause) {
        return new PaymentTransition(from, to, null, cause);
    }

    /** @throws IllegalStateException if there is no such transition */
    static PaymentTransition between(PaymentState from, PaymentState to) {
        return ALL.stream()
                .filter(each -> each.from() == from && each.to() == to)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A payment does not go from " + from + " to " + to));
    }

    /** @throws IllegalStateException if there is no such transition, or if it emits another event than the change */
    static PaymentTransition of(PaymentState from, StateChange change) {
        PaymentTransition transition = between(from, change.target());
        if (transition.event() != change.eventType()) {
            throw new IllegalStateException(transition.code() + " emits another event than " + change);
        }
        return transition;
    }

    public static boolean isFinal(PaymentState state) {
        return ALL.stream().noneMatch(each -> each.from() == state && each.to() != REFUNDING);
    }
}
