package network.fanz.security.monitoring.signals;

import java.util.Set;
import network.fanz.finance.ledger.events.TransactionPosted;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import org.springframework.stereotype.Component;

/** Postings that belong to no payment: finance recorded them by hand. */
@Component
public class LedgerSignals implements SignalSource {
    private static final Set<String> BY_PAYMENTS = Set.of("payment", "refund");

    private final SecurityEventIngestion ingestion;

    LedgerSignals(SecurityEventIngestion securityEventIngestion) {
        this.ingestion = securityEventIngestion;
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscription.on(TransactionPosted.class, this::posted);
    }

    private void posted(DeliveredEvent<TransactionPosted> delivered) {
        TransactionPosted posted = delivered.event();
        if (BY_PAYMENTS.contains(posted.referenceType())) {
            return;
        }
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.LEDGER,
                                SecurityEventCategory.FINANCIAL,
                                Severity.LOW,
                                "Posting Without A Payment",
                                "Posting " + posted.posting() + " stands for " + posted.referenceType() + " "
                                        + posted.referenceId(),
                                posted.postedAt())
                        .with("posting", posted.posting().toString())
                        .with("firstSeq", posted.firstSeq())
                        .with("legs", posted.legs())
                        .tagged("ledger"));
    }
}
