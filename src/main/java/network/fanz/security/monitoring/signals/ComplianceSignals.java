package network.fanz.security.monitoring.signals;

import java.util.UUID;
import network.fanz.content.compliance.events.IdentityMessageUnexpected;
import network.fanz.content.compliance.events.UnderAgeSaid;
import network.fanz.content.compliance.events.VerificationMoved;
import network.fanz.content.compliance.events.VerificationOverdue;
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

/** Checks of identity that ended badly, wait for too long, or of which their provider says what does not fit. */
@Component
public class ComplianceSignals implements SignalSource {
    private static final String CHECK = "verification";

    private final SecurityEventIngestion ingestion;
    private final Alerts alerts;

    ComplianceSignals(SecurityEventIngestion securityEventIngestion, Alerts alerts) {
        this.ingestion = securityEventIngestion;
        this.alerts = alerts;
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscription
                .on(VerificationMoved.class, this::moved)
                .on(VerificationOverdue.class, this::overdue)
                .on(UnderAgeSaid.class, this::underAge)
                .on(IdentityMessageUnexpected.class, this::unexpected);
    }

    /** Somebody under age who wanted to upload is the worst that a check can find. */
    private void moved(DeliveredEvent<VerificationMoved> delivered) {
        VerificationMoved moved = delivered.event();
        String reason = moved.reason();
        if (reason == null || !(moved.to().equals("refused") || moved.to().equals("withdrawn"))) {
            return;
        }
        boolean young = reason.equals("under_age");
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.APPLICATION,
                        SecurityEventCategory.COMPLIANCE,
                        young ? Severity.CRITICAL : severity(reason),
                        young ? "Creator Under Age" : "Identity Check Failed",
                        "Check " + moved.verification() + " of a creator’s identity is " + moved.to() + ": " + reason,
                        moved.at())
                .about(moved.creator())
                .with(CHECK, moved.verification().toString())
                .with("reason", reason)
                .tagged("compliance", "identity");
        ingestion.ingest(SignalSource.securityEventId(delivered), event);
    }

    private static Severity severity(String reason) {
        return reason.equals("suspected_forgery") || reason.equals("taken_back") ? Severity.HIGH : Severity.LOW;
    }

    /** Somebody too young was to be recorded as one who is in works, or turns out to be in them: people look at it, and at the creator. */
    private void underAge(DeliveredEvent<UnderAgeSaid> delivered) {
        UnderAgeSaid said = delivered.event();
        UUID performer = said.performer();
        UUID id = SignalSource.securityEventId(delivered);
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.APPLICATION,
                        SecurityEventCategory.COMPLIANCE,
                        performer == null ? Severity.HIGH : Severity.CRITICAL,
                        "Performer Under Age",
                        performer == null
                                ? "A creator wanted to record somebody in works who is not surely 18"
                                : "Record " + performer + " says that somebody in works is not surely 18",
                        said.at())
                .about(said.creator())
                .tagged("compliance", "performers");
        callPeople(
                id,
                event,
                "performer_under_age",
                performer == null ? said.creator().toString() : performer.toString());
    }

    private void overdue(DeliveredEvent<VerificationOverdue> delivered) {
        VerificationOverdue overdue = delivered.event();
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.APPLICATION,
                        SecurityEventCategory.COMPLIANCE,
                        Severity.MEDIUM,
                        "Identity Check Overdue",
                        "Check " + overdue.verification() + " of a creator’s identity has been " + overdue.state()
                                + " at provider " + overdue.provider() + " since " + overdue.since(),
                        overdue.at())
                .about(overdue.creator())
                .with(CHECK, overdue.verification().toString())
                .tagged("compliance", "identity");
        callPeople(
                SignalSource.securityEventId(delivered),
                event,
                "verification_overdue",
                overdue.verification().toString());
    }

    private void unexpected(DeliveredEvent<IdentityMessageUnexpected> delivered) {
        IdentityMessageUnexpected heard = delivered.event();
        UUID id = SignalSource.securityEventId(delivered);
        String about = heard.verification() == null ? "no check of ours" : "check " + heard.verification();
        NewSecurityEvent event = NewSecurityEvent.of(
                        SecurityEventSource.APPLICATION,
                        SecurityEventCategory.COMPLIANCE,
                        Severity.HIGH,
                        "Identity Message Unexpected",
                        "Provider " + heard.provider() + " says " + heard.word() + " of " + about
                                + (heard.state() == null ? "" : ", which stands at " + heard.state()),
                        heard.at())
                .with("message", heard.message())
                .tagged("compliance", "identity", "provider");
        callPeople(id, event, "identity_message", id.toString());
    }

    /** What only a person can settle raises an alert of its own. */
    private void callPeople(UUID id, NewSecurityEvent event, String rule, String subject) {
        if (ingestion.ingestWithOwnAlert(id, event)) {
            alerts.raise(Finding.ofOneEvent(rule, subject, id, event), null);
        }
    }
}
