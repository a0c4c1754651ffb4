package network.fanz.security.monitoring.signals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PostingRefused;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.platform.events.Delivered;
import network.fanz.platform.events.Subscription;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.EventCategory;
import network.fanz.security.monitoring.EventSource;
import network.fanz.security.monitoring.MonitoringSettings;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.Finding;
import network.fanz.security.monitoring.intake.Intake;
import org.springframework.stereotype.Component;

/** Payments that did not go through, and money that goes back. One that settles is no matter of security. */
@Component
public class PaymentSignals implements Signals {
    static final String RULE = "posting_refused";

    private final Intake intake;
    private final Alerts alerts;
    private final MonitoringSettings settings;

    PaymentSignals(Intake intake, Alerts alerts, MonitoringSettings settings) {
        this.intake = intake;
        this.alerts = alerts;
        this.settings = settings;
    }

    @Override
    public void listen(Subscription subscription) {
        subscription
                .on(PaymentFailed.class, this::failed)
                .on(RefundRequested.class, this::refundRequested)
                .on(PaymentRefunded.class, this::refunded)
                .on(RefundRefused.class, this::refundRefused)
                .on(PostingRefused.class, this::postingRefused);
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

    /** The books do not say what has happened: somebody must look, so it is an alert of its own. */
    private void postingRefused(Delivered<PostingRefused> delivered) {
        PostingRefused refused = delivered.event();
        UUID id = Signals.id(delivered);
        String said = "Payment " + refused.payment() + " of " + refused.price() + " could not be booked ("
                + refused.step() + "): " + refused.reason();
        NewSecurityEvent event = about(refused.payment(), Severity.HIGH, "Posting Refused", said, refused.at())
                .with("step", refused.step())
                .with("reason", refused.reason())
                .tagged("payment", "ledger");
        if (intake.take(id, event)) {
            alerts.raise(
                    new Finding(
                            RULE,
                            refused.payment().toString(),
                            settings.relatedWindow(),
                            AlertType.ANOMALY_DETECTED,
                            Severity.HIGH,
                            "Posting Refused",
                            said,
                            null,
                            id,
                            null,
                            null,
                            refused.at(),
                            List.of(id)),
                    null);
        }
    }

    private static NewSecurityEvent about(UUID payment, Severity severity, String title, String said, Instant at) {
        return NewSecurityEvent.of(EventSource.PAYMENT_SERVICE, EventCategory.FINANCIAL, severity, title, said, at)
                .with("payment", payment.toString());
    }
}
