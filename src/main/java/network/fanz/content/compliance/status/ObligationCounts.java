package network.fanz.content.compliance.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import network.fanz.content.compliance.ComplianceLine;
import network.fanz.content.compliance.ComplianceObligation;
import network.fanz.content.compliance.age.AgePlaces;
import network.fanz.content.compliance.status.ObligationStore.Count;
import network.fanz.content.moderation.ReviewBacklog;
import network.fanz.content.moderation.Reviews;
import org.springframework.stereotype.Component;

/** Counts what each obligation asks for. Days are those of UTC. */
@Component
public class ObligationCounts {
    private final ObligationStore store;
    private final Reviews reviews;
    private final ObligationSettings settings;
    private final AgePlaces places = AgePlaces.read();

    ObligationCounts(ObligationStore store, Reviews reviews, ObligationSettings settings) {
        this.store = store;
        this.reviews = reviews;
        this.settings = settings;
    }

    public ComplianceLine count(ComplianceObligation obligation, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return switch (obligation) {
            case RECORDS_SCANNED -> line(obligation, store.records());
            case CONSENTS_GIVEN -> line(obligation, store.consents());
            case IDENTITIES_VERIFIED -> dayAfter(obligation, store.identities(today));
            case AGREEMENT_SIGNED -> line(obligation, store.signed());
            case AGREEMENT_REVIEWED -> line(obligation, store.reviewed());
            case PLACES_LISTED ->
                new ComplianceLine(
                        obligation,
                        places.inForceOn(today),
                        1,
                        places.nextAfter(today).map(ObligationCounts::start).orElse(null));
            case WORKS_EXAMINED -> examined(obligation, now);
        };
    }

    private ComplianceLine examined(ComplianceObligation obligation, Instant now) {
        ReviewBacklog backlog = reviews.backlog(now.minus(settings.examinedWithin()));
        Instant oldest = backlog.oldest();
        return new ComplianceLine(
                obligation,
                backlog.waiting() - backlog.longer(),
                backlog.longer(),
                oldest == null ? null : oldest.plus(settings.examinedWithin()));
    }

    private static ComplianceLine line(ComplianceObligation obligation, Count count) {
        return new ComplianceLine(obligation, count.met(), count.missing(), null);
    }

    /** A document is good through its last day. */
    private static ComplianceLine dayAfter(ComplianceObligation obligation, Count count) {
        LocalDate last = count.due();
        return new ComplianceLine(
                obligation, count.met(), count.missing(), last == null ? null : start(last.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
