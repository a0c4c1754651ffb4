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
import network.fanz.finance.payments.PaymentState;

/**
 * The state machine: every move that a payment can make, and why. A move that is not here does not happen. {@code docs/payments.md} is
 * printed from it.
 *
 * <p>Money in the ledger: a hold is pending from the moment at which money may have been set aside (AUTHORISED or UNKNOWN), becomes
 * posted when the provider has captured it, and is voided when the provider's final answer is no.
 */
public final class PaymentTransitions {
    private PaymentTransitions() {}

    /** @param cause what has happened, a sentence */
    record PaymentTransition(PaymentState from, PaymentState to, String cause) {
        /** The move's name in the history, such as {@code created_authorising}. */
        String code() {
            return (from + "_" + to).toLowerCase(Locale.ROOT);
        }
    }

    static final List<PaymentTransition> ALL = List.of(
            new PaymentTransition(
                    CREATED, AUTHORISING, "The risk is below high, and the provider has opened a checkout."),
            new PaymentTransition(CREATED, DECLINED, "The risk is high or above, or could not be assessed."),
            new PaymentTransition(
                    AUTHORISING,
                    AUTHORISED,
                    "The provider has set the money aside; the hold is pending in the ledger."),
            new PaymentTransition(
                    AUTHORISING, UNKNOWN, "The bank has not answered; the hold is pending in the ledger."),
            new PaymentTransition(AUTHORISING, DECLINED, "The provider said no, or the buyer did not finish in time."),
            new PaymentTransition(UNKNOWN, AUTHORISED, "The bank has answered yes after all; the hold stays."),
            new PaymentTransition(UNKNOWN, DECLINED, "The bank has answered no after all; the hold is voided."),
            new PaymentTransition(
                    AUTHORISED, POSTED, "The provider has captured the money, and the hold is posted in the ledger."),
            new PaymentTransition(
                    AUTHORISED, DECLINED, "The authorisation has lapsed at the provider; the hold is voided."),
            new PaymentTransition(POSTED, SETTLED, "The settlement is told to all who wait for it."),
            new PaymentTransition(SETTLED, REFUNDING, "Somebody with the right to it asked for a refund."),
            new PaymentTransition(REFUNDING, REFUNDED, "The posting is reversed, and the provider has paid back."),
            new PaymentTransition(
                    REFUNDING,
                    SETTLED,
                    "The ledger refused the reversal, for the creator no longer has the money; nothing was given back."),
            new PaymentTransition(
                    REFUNDING,
                    REFUND_REFUSED,
                    "The provider has refused for good to pay back; what was reversed is booked again."));

    /** @throws IllegalStateException if there is no such move */
    static PaymentTransition between(PaymentState from, PaymentState to) {
        return ALL.stream()
                .filter(each -> each.from() == from && each.to() == to)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A payment does not go from " + from + " to " + to));
    }

    public static boolean isFinal(PaymentState state) {
        return ALL.stream().noneMatch(each -> each.from() == state && each.to() != REFUNDING);
    }
}
