package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import network.fanz.common.Money;
import network.fanz.common.Steady;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.events.PostingRefused;
import network.fanz.finance.payments.events.ProviderAmountDiffers;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.fraud.TransactionOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes changes of payments' states. Each change is written in one commit with the event that {@link PaymentTransitions} names, what
 * fraud's history keeps and what the audit log keeps.
 */
@Component
class TransitionWriter {
    private final PaymentStore store;
    private final Fraud fraud;
    private final Events events;
    private final Audit audit;
    private final PaymentsSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    TransitionWriter(
            PaymentStore store,
            Fraud fraud,
            Events events,
            Audit audit,
            PaymentsSettings settings,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.store = store;
        this.fraud = fraud;
        this.events = events;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Writes changes, one after the other.
     *
     * @throws Overtaken if the payment has been moved since it was read; then nothing is written
     */
    PaymentRow transition(PaymentRow payment, Mover mover, StateChange... path) {
        // A change that nobody is told of is one statement, so it is its own commit.
        return Stream.of(path).allMatch(change -> change.eventType() == null)
                ? store.transition(payment, now(), mover, List.of(path)).orElseThrow(Overtaken::new)
                : transition(payment, mover, List.of(path), after -> {});
    }

    /**
     * The same, with more work in the same commit.
     *
     * @throws Overtaken if the payment has been moved since it was read; then nothing is written
     */
    PaymentRow transition(PaymentRow payment, Mover mover, List<StateChange> path, Consumer<PaymentRow> more) {
        return transaction.execute(status -> {
            PaymentRow after = store.transition(payment, now(), mover, path).orElseThrow(Overtaken::new);
            path.forEach(change -> tell(change, after));
            more.accept(after);
            return after;
        });
    }

    /**
     * Ends a payment with a no; emits {@code payment_failed}. Another node may be at work on the payment and place a hold, so the job
     * looks at it once more when that must be over: {@link ChargeSteps#sweepDeclined}.
     *
     * @param before changes that lead there
     */
    PaymentRow markDeclined(PaymentRow payment, Mover mover, DeclineReason reason, StateChange... before) {
        Instant sweepAt = payment.session() == null ? null : now().plus(settings.retryDelayMax());
        StateChange declined = new StateChange.Declined(reason, sweepAt);
        return transition(
                payment,
                mover,
                Stream.concat(Stream.of(before), Stream.of(declined)).toArray(StateChange[]::new));
    }

    /** Takes the payment off the job's list. */
    void clearNextAttempt(PaymentRow payment) {
        store.clearNextAttempt(payment);
    }

    /**
     * Tells of a posting that the ledger must not refuse, and has refused: money has moved at the provider, and the books do not say so.
     * The payment is tried again and again; the first attempt tells, then the second, the fourth, the eighth, and so on. Emits
     * {@code posting_refused}.
     */
    void publishPostingRefused(PaymentRow payment, String step, PostingOutcome.Rejected refused) {
        if (Integer.bitCount(payment.attempts()) <= 1) {
            transaction.executeWithoutResult(status -> events.append(new PostingRefused(
                    payment.id(), step, refused.reason().name().toLowerCase(Locale.ROOT), payment.price(), now())));
        }
    }

    /**
     * Tells of an amount at the provider that is not the price, as often as {@link #publishPostingRefused} tells. Emits
     * {@code provider_amount_differs}.
     */
    void publishAmountDiffers(PaymentRow payment, @Nullable Money taken) {
        if (Integer.bitCount(payment.attempts()) <= 1) {
            transaction.executeWithoutResult(status -> events.append(
                    new ProviderAmountDiffers(payment.id(), payment.provider(), payment.price(), taken, now())));
        }
    }

    /** When the job looks at a payment if nothing else has moved it. */
    Instant nextAttempt() {
        return now().plus(settings.retryDelay());
    }

    private void tell(StateChange change, PaymentRow after) {
        fraudOutcome(change).ifPresent(outcome -> fraud.reportOutcome(after.id(), outcome));
        TransitionEvents.of(change, after).ifPresent(events::append);
        auditAction(change, after).ifPresent(audit::record);
    }

    private static Optional<TransactionOutcome> fraudOutcome(StateChange change) {
        return switch (change) {
            case StateChange.Settled settled -> Optional.of(TransactionOutcome.SETTLED);
            case StateChange.Refunded refunded -> Optional.of(TransactionOutcome.REFUNDED);
            case StateChange.Declined declined -> Optional.of(declined.reason().outcome());
            case StateChange.CheckoutOpened opened -> Optional.empty();
            case StateChange.ProviderSilent silent -> Optional.empty();
            case StateChange.Authorised authorised -> Optional.empty();
            case StateChange.Posted posted -> Optional.empty();
            case StateChange.RefundStarted started -> Optional.empty();
            case StateChange.RefundFailed failed -> Optional.empty();
        };
    }

    /** Of refunds only: the audit log has a payment since it was made. What nobody asked for stands there as done by the program. */
    private static Optional<AuditAction> auditAction(StateChange change, PaymentRow after) {
        String subject = "payment:" + after.id();
        return switch (change) {
            case StateChange.RefundStarted started ->
                Optional.of(AuditAction.of("payments.refund", started.requestedBy(), subject)
                        .with("price", after.price().units().toString()));
            case StateChange.RefundFailed failed ->
                Optional.of(AuditAction.of("payments.refund_refused", null, subject)
                        .with("reason", failed.reason().code()));
            case StateChange.CheckoutOpened opened -> Optional.empty();
            case StateChange.ProviderSilent silent -> Optional.empty();
            case StateChange.Authorised authorised -> Optional.empty();
            case StateChange.Posted posted -> Optional.empty();
            case StateChange.Settled settled -> Optional.empty();
            case StateChange.Declined declined -> Optional.empty();
            case StateChange.Refunded refunded -> Optional.empty();
        };
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
