package network.fanz.security.monitoring.signals;

import java.util.Set;
import network.fanz.finance.ledger.events.TransactionPosted;
import network.fanz.platform.events.Delivered;
import network.fanz.platform.events.Subscription;
import network.fanz.security.monitoring.EventCategory;
import network.fanz.security.monitoring.EventSource;
import network.fanz.security.monitoring.NewSecurityEvent;
import network.fanz.security.monitoring.Severity;
import network.fanz.security.monitoring.intake.Intake;
import org.springframework.stereotype.Component;

/** Postings that no payment stands behind: somebody wrote into the books by hand. */
@Component
public class LedgerSignals implements Signals {
    private static final Set<String> BY_PAYMENTS = Set.of("payment", "refund");

    private final Intake intake;

    LedgerSignals(Intake intake) {
        this.intake = intake;
    }

    @Override
    public void listen(Subscription subscription) {
        subscription.on(TransactionPosted.class, this::posted);
    }

    private void posted(Delivered<TransactionPosted> delivered) {
        TransactionPosted posted = delivered.event();
        if (BY_PAYMENTS.contains(posted.referenceType())) {
            return;
        }
        intake.take(
                Signals.id(delivered),
                NewSecurityEvent.of(
                                EventSource.LEDGER,
                                EventCategory.FINANCIAL,
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
