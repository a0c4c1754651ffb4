package network.fanz.content.compliance;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import network.fanz.common.Steady;
import network.fanz.content.compliance.status.ObligationCounts;
import org.springframework.stereotype.Component;

/** How the obligations about people in works, creators and viewers stand. */
@Component
public class ComplianceStatus {
    private final ObligationCounts counts;
    private final Clock clock;

    ComplianceStatus(ObligationCounts counts, @Steady Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** All of them as they are counted now, in their order. */
    public List<ComplianceLine> lines() {
        Instant now = clock.instant();
        return List.of(ComplianceObligation.values()).stream()
                .map(obligation -> counts.count(obligation, now))
                .toList();
    }
}
