package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.spi.CheckoutProgress;
import network.fanz.finance.payments.spi.ProviderEvent;
import network.fanz.platform.events.Events;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.fraud.TransactionOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Listens to what providers say after the end of a payment, and to what is not understood. Such a message moves nothing: it is kept, shown
 * on the payment's page, and people are told. Emits {@code provider_message_unexpected}.
 */
@Component
class UnexpectedMessages {
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

    private final PaymentStore payments;
    private final UnexpectedMessageStore store;
    private final Fraud fraud;
    private final Events events;
    private final TransactionOperations transaction;
    private final Clock clock;

    UnexpectedMessages(
            PaymentStore payments,
            UnexpectedMessageStore store,
            Fraud fraud,
            Events events,
            TransactionOperations transaction,
            Clock clock) {
        this.payments = payments;
        this.store = store;
        this.fraud = fraud;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

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

    /**
     * Keeps a message and tells people, if the payment as it stands now does not answer it.
     *
     * @param message the provider's id of it, as it is stored
     */
    void hear(String provider, String message, ProviderEvent event) {
        PaymentRow payment = find(provider, event.payment());
        if (payment == null) {
            keep(provider, message, event, null);
        } else {
            hear(payment, message, event);
        }
    }

    /** The same where the payment has just been read. */
    void hear(PaymentRow payment, String message, ProviderEvent event) {
        if (contradicts(payment.state(), event.status().progress())) {
            keep(payment.provider(), message, event, payment.state());
        }
    }

    /** A payment of another provider is none that this provider may speak of. */
    private @Nullable PaymentRow find(String provider, @Nullable UUID payment) {
        return payment == null
                ? null
                : payments.find(payment)
                        .filter(row -> row.provider().equals(provider))
                        .orElse(null);
    }

    private void keep(String provider, String message, ProviderEvent event, @Nullable PaymentState state) {
        ProviderMessageUnexpected unexpected = new ProviderMessageUnexpected(
                provider,
                message,
                state == null ? null : event.payment(),
                plain(event.word()),
                event.status().taken(),
                state == null ? null : state.name().toLowerCase(Locale.ROOT),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transaction.executeWithoutResult(status -> {
            if (store.insert(unexpected, event.payment(), state)) {
                events.append(unexpected);
                rememberWhatWasTakenBack(event, state);
            }
        });
    }

    /** A payment that its bank or its provider has taken back is no good history, whatever people decide about it. */
    private void rememberWhatWasTakenBack(ProviderEvent event, @Nullable PaymentState state) {
        UUID payment = event.payment();
        if (payment == null || state == null || !BOOKED.contains(state)) {
            return;
        }
        if (event.status().progress() == CheckoutProgress.DISPUTED) {
            fraud.reportOutcome(payment, TransactionOutcome.DISPUTED);
        } else if (event.status().progress() == CheckoutProgress.REFUNDED) {
            fraud.reportOutcome(payment, TransactionOutcome.REFUNDED);
        }
    }

    /** A vendor's word stands on pages and in alerts, so it is cut to what a word is. */
    private static String plain(String word) {
        String letters = word.replaceAll("[^A-Za-z0-9_.:-]", "_").replaceAll("[0-9]{7,}", "#");
        return letters.isEmpty() ? "none" : letters.substring(0, Math.min(letters.length(), WORD_MAX));
    }
}
