package network.fanz.security.monitoring;

import java.time.Instant;
import java.util.UUID;
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
        String said = "Payment " + failed.payment() + " of " + failed.price() + " was declined";
        intake.take(
                Signals.id(delivered),
                about(failed.payment(), Severity.LOW, "Payment Failed", said, failed.at())
                        .about(failed.buyer())
                        .from(null, null, failed.platform(), null)
                        .with("reason", failed.reason())
                        .tagged("payment"));
    }

    private void refundRequested(Delivered<RefundRequested> delivered) {
        RefundRequested requested = delivered.event();
        String said = "Payment " + requested.payment() + " of " + requested.price() + " is to go back";
        intake.take(
                Signals.id(delivered),
                about(requested.payment(), Severity.LOW, "Refund Requested", said, requested.at())
                        .about(requested.by())
                        .tagged("payment", "refund"));
    }

    private void refunded(Delivered<PaymentRefunded> delivered) {
        PaymentRefunded refunded = delivered.event();
        String said = "Payment " + refunded.payment() + " of " + refunded.price() + " has gone back";
        intake.take(
                Signals.id(delivered),
                about(refunded.payment(), Severity.INFO, "Payment Refunded", said, refunded.at())
                        .about(refunded.buyer())
                        .from(null, null, refunded.platform(), null)
                        .tagged("payment", "refund"));
    }

    private void refundRefused(Delivered<RefundRefused> delivered) {
        RefundRefused refused = delivered.event();
        String said = "Payment " + refused.payment() + " of " + refused.price() + " could not go back";
        intake.take(
                Signals.id(delivered),
                about(refused.payment(), Severity.LOW, "Refund Refused", said, refused.at())
                        .about(refused.seller())
                        .from(null, null, refused.platform(), null)
                        .with("reason", refused.reason())
                        .tagged("payment", "refund"));
    }

    private static NewSecurityEvent about(UUID payment, Severity severity, String title, String said, Instant at) {
        return NewSecurityEvent.of(EventSource.PAYMENT_SERVICE, EventCategory.FINANCIAL, severity, title, said, at)
                .with("payment", payment.toString());
    }
}
