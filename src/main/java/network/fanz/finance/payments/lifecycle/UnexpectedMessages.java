package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import network.fanz.common.Steady;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.spi.ProviderEvent;
import network.fanz.platform.events.Events;
import network.fanz.security.fraud.Fraud;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Listens to what providers say after the end of a payment, and to what is not understood. Such a message moves nothing in the
 * books: it is kept, shown on the payment's page, and people are told. If the money of the payment goes back without us, the payment says
 * so, and no refund of it begins any more. Emits {@code provider_message_unexpected}.
 */
@Component
class UnexpectedMessages {
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
            @Steady Clock clock) {
        this.payments = payments;
        this.store = store;
        this.fraud = fraud;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
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
        if (ProviderWords.contradicts(payment.state(), event.status().progress())) {
            keep(payment.provider(), message, event, payment);
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

    private void keep(String provider, String message, ProviderEvent event, @Nullable PaymentRow payment) {
        transaction.executeWithoutResult(status -> {
            PaymentState state = payment == null ? null : stateAfterMarking(payment, event);
            ProviderMessageUnexpected unexpected = unexpected(provider, message, event, state);
            if (store.insert(unexpected, event.payment(), state)) {
                events.append(unexpected);
                rememberWhatWasTakenBack(event, state);
            }
        });
    }

    /** The lock on the payment comes first: a refund that begins at this moment has begun already, or is refused. */
    private PaymentState stateAfterMarking(PaymentRow payment, ProviderEvent event) {
        return ProviderWords.moneyTakenBack(event.status().progress())
                .map(how -> payments.markTakenBack(payment.id(), how))
                .orElse(payment.state());
    }

    private ProviderMessageUnexpected unexpected(
            String provider, String message, ProviderEvent event, @Nullable PaymentState state) {
        return new ProviderMessageUnexpected(
                provider,
                message,
                state == null ? null : event.payment(),
                ProviderWords.plain(event.word()),
                event.status().taken(),
                state == null ? null : state.name().toLowerCase(Locale.ROOT),
                state == null
                        ? null
                        : ProviderWords.moneyTakenBack(event.status().progress())
                                .map(TakenBack::code)
                                .orElse(null),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** A payment that its bank or its provider has taken back is no good history, whatever people decide about it. */
    private void rememberWhatWasTakenBack(ProviderEvent event, @Nullable PaymentState state) {
        UUID payment = event.payment();
        if (payment != null && state != null) {
            ProviderWords.takenBack(state, event.status().progress())
                    .ifPresent(outcome -> fraud.reportOutcome(payment, outcome));
        }
    }
}
