package network.fanz.finance.payments.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.PostingRefused;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.platform.events.Events;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import network.fanz.security.fraud.Fraud;
import network.fanz.security.fraud.TransactionOutcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down where a payment goes, and in the same commit what others are told of it. */
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
            Clock clock) {
        this.store = store;
        this.fraud = fraud;
        this.events = events;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws Overtaken if somebody else has moved it since it was read; then nothing is written */
    PaymentRow transition(PaymentRow payment, StateChange change) {
        return store.transition(payment, now(), List.of(change)).orElseThrow(Overtaken::new);
    }

    /** The job need not look at it again. */
    void clearNextAttempt(PaymentRow payment) {
        store.clearNextAttempt(payment);
    }

    /** Several moves, and more in one commit with them. */
    PaymentRow transition(PaymentRow payment, List<StateChange> path, Consumer<PaymentRow> more) {
        return transaction.execute(status -> {
            PaymentRow after = store.transition(payment, now(), path).orElseThrow(Overtaken::new);
            more.accept(after);
            return after;
        });
    }

    /**
     * Ends a payment with a no; emits {@code payment_failed}. One that may have been on its way on another node is looked at once
     * more when that is over: {@link ChargeSteps#sweepDeclined}.
     *
     * @param before moves that lead there
     */
    PaymentRow markDeclined(PaymentRow payment, DeclineReason reason, StateChange... before) {
        Instant swept = payment.session() == null ? null : now().plus(settings.retryDelayMax());
        return transition(
                payment, append(before, StateChange.declined(reason, swept)), after -> publishDeclined(after, reason));
    }

    /** Emits {@code payment_settled}. */
    void publishSettled(PaymentRow settled) {
        fraud.reportOutcome(settled.id(), TransactionOutcome.SETTLED);
        events.append(new PaymentSettled(
                settled.id(),
                settled.buyer(),
                settled.seller(),
                settled.kind().code(),
                settled.item(),
                settled.price(),
                settled.fee(),
                settled.share(),
                settled.platform(),
                Objects.requireNonNull(settled.postedAt())));
    }

    /** Emits {@code payment_refunded}. */
    PaymentRow markRefunded(PaymentRow payment, Instant reversedAt) {
        return transition(payment, List.of(StateChange.refunded(reversedAt)), refunded -> {
            fraud.reportOutcome(refunded.id(), TransactionOutcome.REFUNDED);
            events.append(new PaymentRefunded(
                    refunded.id(),
                    refunded.buyer(),
                    refunded.seller(),
                    refunded.kind().code(),
                    refunded.item(),
                    refunded.price(),
                    refunded.fee(),
                    refunded.share(),
                    refunded.platform(),
                    reversedAt));
        });
    }

    /** Nothing goes back; the audit log has it as done by the program. Emits {@code refund_refused}. */
    PaymentRow markRefundRefused(PaymentRow payment, RefundRefusalReason why) {
        return transition(payment, List.of(StateChange.refundRefused(why)), after -> {
            events.append(new RefundRefused(
                    after.id(),
                    after.buyer(),
                    after.seller(),
                    why.code(),
                    after.price(),
                    after.platform(),
                    after.movedAt()));
            audit.record(AuditAction.of("payments.refund_refused", null, "payment:" + after.id())
                    .with("reason", why.code()));
        });
    }

    /**
     * Tells of a posting that the ledger must not refuse, and does: money has moved at the provider, and the books do not say so yet.
     * The first look at it tells, then the second, the fourth, and so on. Emits {@code posting_refused}.
     */
    void publishPostingRefused(PaymentRow payment, String step, PostingOutcome.Rejected refused) {
        if (Integer.bitCount(payment.attempts()) <= 1) {
            transaction.executeWithoutResult(status -> events.append(new PostingRefused(
                    payment.id(), step, refused.reason().name().toLowerCase(Locale.ROOT), payment.price(), now())));
        }
    }

    /** When the job looks at a payment if nothing else has moved it. */
    Instant nextAttempt() {
        return now().plus(settings.retryDelay());
    }

    private void publishDeclined(PaymentRow declined, DeclineReason reason) {
        fraud.reportOutcome(declined.id(), reason.outcome());
        events.append(new PaymentFailed(
                declined.id(),
                declined.buyer(),
                declined.seller(),
                declined.kind().code(),
                reason.code(),
                declined.price(),
                declined.platform(),
                declined.movedAt()));
    }

    private static List<StateChange> append(StateChange[] before, StateChange last) {
        return Stream.concat(Stream.of(before), Stream.of(last)).toList();
    }

    /** PostgreSQL keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
