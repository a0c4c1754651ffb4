package network.fanz.security.monitoring.signals;

import network.fanz.finance.ledger.events.TransactionPosted;
import network.fanz.platform.events.DeliveredEvent;
import network.fanz.platform.events.Subscription;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.SecurityEventCategory;
import network.fanz.security.monitoring.SecurityEventSource;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.ingestion.SecurityEventIngestion;
import org.springframework.stereotype.Component;

/** Postings that people recorded by hand. */
@Component
public class LedgerSignals implements SignalSource {
    private static final String BY_HAND = "hand";

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
        // By its keeper, which the program gives: a word that a person writes decides nothing.
        if (!BY_HAND.equals(posted.keeper())) {
            return;
        }
        ingestion.ingest(
                SignalSource.securityEventId(delivered),
                NewSecurityEvent.of(
                                SecurityEventSource.LEDGER,
                                SecurityEventCategory.FINANCIAL,
                                Severity.LOW,
                                "Posting By Hand",
                                "Posting " + posted.posting() + " was proposed and approved by hand: "
                                        + posted.referenceId(),
                                posted.postedAt())
                        .with("posting", posted.posting().toString())
                        .with("firstSeq", posted.firstSeq())
                        .with("legs", posted.legs())
                        .tagged("ledger"));
    }
}
