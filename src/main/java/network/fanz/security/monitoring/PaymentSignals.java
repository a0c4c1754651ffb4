package network.fanz.security.monitoring;

import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.platform.events.Delivered;
import network.fanz.platform.events.Subscription;
import org.springframework.stereotype.Component;

/** Payments that did not go through, and money that goes back. One that settles is no matter of security. */
@Component
class PaymentSignals implements Signals {
    private final Intake intake;

    PaymentSignals(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void listen(Subscription subscription) {
        subscription
                .on(PaymentFailed.class, this::failed)
                .on(RefundRequested.class, this::refundRequested)
                .on(PaymentRefunded.class, this::refunded)
                .on(RefundRefused.class, this::refundRefused);
    }

    private void failed(Delivered<PaymentFailed> delivered) {
        PaymentFailed failed = delivered.event();
        intake.take(
                Signals.id(delivered),
                NewSecurityEvent.of(
                                EventSource.PAYMENT_SERVICE,
                                EventCategory.FINANCIAL,
                                Severity.LOW,
                                "Payment Failed",
                                "Payment " + failed.payment() + " of " + failed.price() + " was declined",
                                failed.at())
                        .about(failed.buyer())
                        .from(null, null, failed.platform(), null)
                        .with("payment", failed.payment().toString())
                        .with("reason", failed.reason())
                        .tagged("payment"));
    }

    private void refundRequested(Delivered<RefundRequested> delivered) {
        RefundRequested requested = delivered.event();
        intake.take(
                Signals.id(delivered),
                NewSecurityEvent.of(
                                EventSource.PAYMENT_SERVICE,
                                EventCategory.FINANCIAL,
                                Severity.LOW,
                                "Refund Requested",
                                "Payment " + requested.payment() + " of " + requested.price() + " is to go back",
                                requested.at())
                        .about(requested.by())
                        .with("payment", requested.payment().toString())
                        .tagged("payment", "refund"));
    }

    private void refunded(Delivered<PaymentRefunded> delivered) {
        PaymentRefunded refunded = delivered.event();
        intake.take(
                Signals.id(delivered),
                NewSecurityEvent.of(
                                EventSource.PAYMENT_SERVICE,
                                EventCategory.FINANCIAL,
                                Severity.INFO,
                                "Payment Refunded",
                                "Payment " + refunded.payment() + " of " + refunded.price() + " has gone back",
                                refunded.at())
                        .about(refunded.buyer())
                        .from(null, null, refunded.platform(), null)
                        .with("payment", refunded.payment().toString())
                        .tagged("payment", "refund"));
    }

    private void refundRefused(Delivered<RefundRefused> delivered) {
        RefundRefused refused = delivered.event();
        intake.take(
                Signals.id(delivered),
                NewSecurityEvent.of(
                                EventSource.PAYMENT_SERVICE,
                                EventCategory.FINANCIAL,
                                Severity.LOW,
                                "Refund Refused",
                                "Payment " + refused.payment() + " of " + refused.price() + " could not go back",
                                refused.at())
                        .about(refused.seller())
                        .from(null, null, refused.platform(), null)
                        .with("payment", refused.payment().toString())
                        .with("reason", refused.reason())
                        .tagged("payment", "refund"));
    }
}
