package network.fanz.finance.payments.lifecycle;

import java.util.Objects;
import java.util.Optional;
import network.fanz.common.DomainEvent;
import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;

/** What others are told of a change of state. */
final class TransitionEvents {
    private TransitionEvents() {}

    /** @param after the payment as the change has left it */
    static Optional<DomainEvent> of(StateChange change, PaymentRow after) {
        return switch (change) {
            case StateChange.CheckoutOpened opened -> Optional.empty();
            case StateChange.ProviderSilent silent -> Optional.empty();
            case StateChange.Authorised authorised -> Optional.empty();
            case StateChange.Posted posted -> Optional.empty();
            case StateChange.Settled settled -> Optional.of(settled(after));
            case StateChange.Declined declined -> Optional.of(failed(after, declined.reason()));
            case StateChange.RefundStarted started ->
                Optional.of(new RefundRequested(after.id(), started.requestedBy(), after.price(), after.movedAt()));
            case StateChange.Refunded refunded -> Optional.of(refunded(after, refunded));
            case StateChange.RefundFailed failed -> Optional.of(refundRefused(after, failed.reason()));
        };
    }

    private static PaymentSettled settled(PaymentRow payment) {
        return new PaymentSettled(
                payment.id(),
                payment.buyer(),
                payment.seller(),
                payment.kind().code(),
                payment.item(),
                payment.price(),
                payment.fee(),
                payment.share(),
                payment.platform(),
                Objects.requireNonNull(payment.postedAt()));
    }

    private static PaymentFailed failed(PaymentRow payment, DeclineReason reason) {
        return new PaymentFailed(
                payment.id(),
                payment.buyer(),
                payment.seller(),
                payment.kind().code(),
                reason.code(),
                payment.price(),
                payment.platform(),
                payment.movedAt());
    }

    private static PaymentRefunded refunded(PaymentRow payment, StateChange.Refunded refunded) {
        return new PaymentRefunded(
                payment.id(),
                payment.buyer(),
                payment.seller(),
                payment.kind().code(),
                payment.item(),
                payment.price(),
                payment.fee(),
                payment.share(),
                payment.platform(),
                refunded.reversedAt());
    }

    private static RefundRefused refundRefused(PaymentRow payment, RefundRefusalReason reason) {
        return new RefundRefused(
                payment.id(),
                payment.buyer(),
                payment.seller(),
                reason.code(),
                payment.price(),
                payment.platform(),
                payment.movedAt());
    }
}
