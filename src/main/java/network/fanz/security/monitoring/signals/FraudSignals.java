package network.fanz.security.monitoring.signals;

import java.util.List;
import java.util.UUID;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;
import network.fanz.security.fraud.events.FraudDetected;
import network.fanz.security.monitoring.AlertType;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Playbook;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.alerts.Alerts;
import network.fanz.security.monitoring.alerts.Finding;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import org.springframework.stereotype.Component;

/** Payments that were declined for their risk: each gives an event and an alert. */
@Component
public class FraudSignals implements SignalSource {
    static final String RULE = "payment_fraud";
    static final String CARD_TESTING = "card_testing";

    private final SecurityEventIngestion ingestion;
    private final Alerts alerts;

    FraudSignals(SecurityEventIngestion securityEventIngestion, Alerts alerts) {
        this.ingestion = securityEventIngestion;
        this.alerts = alerts;
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscription.on(FraudDetected.class, this::detected);
    }

    private void detected(DeliveredEvent<FraudDetected> delivered) {
        FraudDetected fraud = delivered.event();
        Severity severity = Severity.valueOf(fraud.riskLevel().toUpperCase(java.util.Locale.ROOT));
        UUID id = SignalSource.securityEventId(delivered);
        if (ingestion.ingestWithOwnAlert(id, event(fraud, severity))) {
            UUID alert = alerts.raise(finding(id, fraud, severity), null);
            alerts.step(
                    alert,
                    "decline_payment",
                    fraud.at(),
                    "Payment " + fraud.payment() + " was declined; nothing was taken");
        }
    }

    private static NewSecurityEvent event(FraudDetected fraud, Severity severity) {
        return NewSecurityEvent.of(
                        SecurityEventSource.FRAUD_DETECTION,
                        SecurityEventCategory.FRAUD,
                        severity,
                        title(fraud),
                        description(fraud),
                        fraud.at())
                .about(fraud.account())
                .from(fraud.addressHash(), null, fraud.platform(), null)
                .with("payment", fraud.payment().toString())
                .with("assessment", fraud.assessment().toString())
                .with("score", fraud.score())
                .with("reasons", String.join(", ", fraud.reasons()))
                .tagged("payment", "fraud");
    }

    private Finding finding(UUID id, FraudDetected fraud, Severity severity) {
        String address = fraud.addressHash();
        return new Finding(
                address == null ? RULE : CARD_TESTING,
                address == null ? fraud.account().toString() : address,
                AlertType.THREAT_DETECTED,
                severity,
                title(fraud),
                description(fraud),
                Playbook.FRAUD_RESPONSE,
                null,
                id,
                address == null ? fraud.account() : null,
                address,
                fraud.at(),
                List.of(id));
    }

    private static String description(FraudDetected fraud) {
        String why = fraud.why();
        return "A payment of " + fraud.amount() + " was declined, score " + fraud.score() + ": "
                + (why == null ? String.join(", ", fraud.reasons()) : why);
    }

    private static String title(FraudDetected fraud) {
        return fraud.addressHash() == null
                ? "Payment declined on a suspicion of fraud"
                : "Many refused cards from one address";
    }
}
