package network.fanz.finance.payments.lifecycle;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.ProviderEvent;
import network.fanz.security.fraud.TransactionOutcome;

/** What a provider's word means for a payment that has come to a state already. */
final class ProviderWords {
    private static final Set<CheckoutProgress> ORDINARY = EnumSet.of(
            CheckoutProgress.OPEN,
            CheckoutProgress.UNKNOWN,
            CheckoutProgress.AUTHORISED,
            CheckoutProgress.CAPTURED,
            CheckoutProgress.DECLINED,
            CheckoutProgress.CANCELLED);
    private static final Set<PaymentState> BOOKED = EnumSet.of(
            PaymentState.POSTED,
            PaymentState.SETTLED,
            PaymentState.REFUNDING,
            PaymentState.REFUNDED,
            PaymentState.REFUND_REFUSED);
    private static final int WORD_MAX = 60;

    private ProviderWords() {}

    /** Whether the message is of a kind that moves payments. Any other is looked at before it is acknowledged. */
    static boolean isOrdinary(ProviderEvent event) {
        return event.payment() != null && ORDINARY.contains(event.status().progress());
    }

    /** Whether a message contradicts the state that the payment has, so that a person must look at both. */
    static boolean contradicts(PaymentState state, CheckoutProgress said) {
        return switch (said) {
            case OPEN, UNKNOWN, AUTHORISED -> false;
            case CAPTURED -> state == PaymentState.DECLINED;
            case DECLINED, CANCELLED -> BOOKED.contains(state);
            // Before it is booked, a payment that cannot be booked is given back by us.
            case REFUNDED -> state == PaymentState.SETTLED || state == PaymentState.REFUND_REFUSED;
            case REFUND_REFUSED -> state != PaymentState.REFUNDING && state != PaymentState.REFUND_REFUSED;
            case DISPUTED, UNRECOGNISED -> true;
        };
    }

    /** What fraud's history keeps of a payment that its bank or its provider has taken back; empty where nothing was. */
    static Optional<TransactionOutcome> takenBack(PaymentState state, CheckoutProgress said) {
        if (!BOOKED.contains(state)) {
            return Optional.empty();
        }
        return switch (said) {
            case DISPUTED -> Optional.of(TransactionOutcome.DISPUTED);
            case REFUNDED -> Optional.of(TransactionOutcome.REFUNDED);
            case OPEN, UNKNOWN, AUTHORISED, CAPTURED, DECLINED, CANCELLED, REFUND_REFUSED, UNRECOGNISED ->
                Optional.empty();
        };
    }

    /** What a message that contradicts the payment says of its money, whatever state the payment is in. */
    static Optional<TakenBack> moneyTakenBack(CheckoutProgress said) {
        return switch (said) {
            case DISPUTED -> Optional.of(TakenBack.DISPUTED);
            case REFUNDED -> Optional.of(TakenBack.PAID_BACK);
            case OPEN, UNKNOWN, AUTHORISED, CAPTURED, DECLINED, CANCELLED, REFUND_REFUSED, UNRECOGNISED ->
                Optional.empty();
        };
    }

    /** A vendor's word stands on pages and in alerts, so it is cut to what a word is. */
    static String plain(String word) {
        String letters = word.replaceAll("[^A-Za-z0-9_.:-]", "_").replaceAll("[0-9]{7,}", "#");
        return letters.isEmpty() ? "none" : letters.substring(0, Math.min(letters.length(), WORD_MAX));
    }
}
