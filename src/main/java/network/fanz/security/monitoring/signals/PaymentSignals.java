package network.fanz.security.monitoring.signals;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentOverdue;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PostingRefused;
import network.fanz.finance.payments.events.ProviderAmountDiffers;
import network.fanz.finance.payments.events.ProviderMessageUnexpected;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.Finding;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import org.springframework.stereotype.Component;

/** Payments that failed, and refunds. A settled payment is no security event. */
@Component
public class PaymentSignals implements SignalSource {
    static final String RULE = "posting_refused";

    private static final String PAYMENT = "payment";

    private final SecurityEventIngestion ingestion;
    private final Alerts alerts;

    PaymentSignals(SecurityEventIngestion securityEventIngestion, Alerts alerts) {
        this.ingestion = securityEventIngestion;
        this.alerts = alerts;
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscription
                .on(PaymentFailed.class, this::failed)
                .on(RefundRequested.class, this::refundRequested)
                .on(PaymentRefunded.class, this::refunded)
                .on(RefundRefused.class, this::refundRefused)
                .on(PostingRefused.class, this::postingRefused)
                .on(ProviderMessageUnexpected.class, this::messageUnexpected)
                .on(ProviderAmountDiffers.class, this::amountDiffers)
                .on(PaymentOverdue.class, this::overdue);
    }

    private void failed(DeliveredEvent<PaymentFailed> delivered) {
        PaymentFailed failed = delivered.event();
        String said = "Payment " + failed.payment() + " of " + failed.price()
                + (failed.abandoned() ? " was not finished by its buyer" : " was declined");
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                about(failed.payment(), Severity.LOW, "Payment Failed", said, failed.at())
                        .about(failed.buyer())
                        .from(null, null, failed.platform(), null)
                        .with("reason", failed.reason())
                        .tagged("payment"));
    }

    private void refundRequested(DeliveredEvent<RefundRequested> delivered) {
        RefundRequested requested = delivered.event();
        String said = "Payment " + requested.payment() + " of " + requested.price() + " is to go back";
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                about(requested.payment(), Severity.LOW, "Refund Requested", said, requested.at())
                        .about(requested.by())
                        .tagged("payment", "refund"));
    }

    private void refunded(DeliveredEvent<PaymentRefunded> delivered) {
        PaymentRefunded refunded = delivered.event();
        String said = "Payment " + refunded.payment() + " of " + refunded.price() + " has gone back";
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                about(refunded.payment(), Severity.INFO, "Payment Refunded", said, refunded.at())
                        .about(refunded.buyer())
                        .from(null, null, refunded.platform(), null)
                        .tagged("payment", "refund"));
    }

    private void refundRefused(DeliveredEvent<RefundRefused> delivered) {
        RefundRefused refused = delivered.event();
        String said = "Payment " + refused.payment() + " of " + refused.price() + " could not go back";
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                about(refused.payment(), Severity.LOW, "Refund Refused", said, refused.at())
                        .about(refused.seller())
                        .from(null, null, refused.platform(), null)
                        .with("reason", refused.reason())
                        .tagged("payment", "refund"));
    }

    /** The ledger does not show what happened at the provider. A person must look at it, so it raises its own alert. */
    private void postingRefused(DeliveredEvent<PostingRefused> delivered) {
        PostingRefused refused = delivered.event();
        UUID id = SignalSource.securityEventId(delivered);
        String said = "Payment " + refused.payment() + " of " + refused.price() + " could not be booked ("
                + refused.step() + "): " + refused.reason();
        NewSecurityEvent event = about(refused.payment(), Severity.HIGH, "Posting Refused", said, refused.at())
                .with("step", refused.step())
                .with("reason", refused.reason())
                .tagged("payment", "ledger");
        callPeople(id, event, RULE, refused.payment().toString());
    }

    private void messageUnexpected(DeliveredEvent<ProviderMessageUnexpected> delivered) {
        ProviderMessageUnexpected heard = delivered.event();
        UUID id = SignalSource.securityEventId(delivered);
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.PAYMENT_SERVICE,
                        SecurityEventCategory.FINANCIAL,
                        Severity.HIGH,
                        title(heard),
                        said(heard),
                        heard.at())
                .with(
                        heard.payment() == null
                                ? Map.of()
                                : Map.of(PAYMENT, heard.payment().toString()))
                .with("message", heard.message())
                .tagged("payment", "provider");
        callPeople(id, event, heard.takenBack() == null ? "provider_message" : "taken_back", id.toString());
    }

    private static String title(ProviderMessageUnexpected heard) {
        return switch (heard.takenBack()) {
            case "disputed" -> "Payment Disputed";
            case "paid_back" -> "Payment Paid Back by Its Provider";
            case null, default -> "Provider Message Unexpected";
        };
    }

    private static String said(ProviderMessageUnexpected heard) {
        String about = heard.payment() == null ? "no payment of ours" : "payment " + heard.payment();
        String said = "Provider " + heard.provider() + " says " + heard.word() + " of " + about
                + (heard.amount() == null ? "" : ", " + heard.amount())
                + (heard.state() == null ? "" : ", which stands at " + heard.state());
        return heard.takenBack() == null || heard.state() == null
                ? said
                : said + ". "
                        + TakenBack.advice(PaymentState.valueOf(heard.state().toUpperCase(Locale.ROOT)));
    }

    private void amountDiffers(DeliveredEvent<ProviderAmountDiffers> delivered) {
        ProviderAmountDiffers differs = delivered.event();
        UUID id = SignalSource.securityEventId(delivered);
        String said = "Payment " + differs.payment() + " is of " + differs.price() + ", and its provider says "
                + (differs.taken() == null
                        ? "nothing of an amount"
                        : differs.taken().toString());
        NewSecurityEvent event = about(differs.payment(), Severity.HIGH, "Amount Differs", said, differs.at())
                .tagged("payment", "provider");
        callPeople(id, event, "amount_differs", differs.payment().toString());
    }

    private void overdue(DeliveredEvent<PaymentOverdue> delivered) {
        PaymentOverdue overdue = delivered.event();
        UUID id = SignalSource.securityEventId(delivered);
        String said = "Payment " + overdue.payment() + " of " + overdue.price() + " has been " + overdue.state()
                + " since " + overdue.since();
        NewSecurityEvent event = about(overdue.payment(), Severity.HIGH, "Payment Overdue", said, overdue.at())
                .with("state", overdue.state())
                .tagged("payment");
        callPeople(id, event, "payment_overdue", overdue.payment().toString());
    }

    /** What only a person can settle raises an alert of its own. */
    private void callPeople(UUID id, NewSecurityEvent event, String rule, String subject) {
        if (ingestion.ingestWithOwnAlert(id, event)) {
            alerts.raise(Finding.ofOneEvent(rule, subject, id, event), null);
        }
    }

    private static NewSecurityEvent about(UUID payment, Severity severity, String title, String said, Instant at) {
        return NewSecurityEvent.of(
                        SecurityEventSource.PAYMENT_SERVICE, SecurityEventCategory.FINANCIAL, severity, title, said, at)
                .with(PAYMENT, payment.toString());
    }
}
