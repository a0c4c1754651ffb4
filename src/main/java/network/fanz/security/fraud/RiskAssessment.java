package network.fanz.security.fraud;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The verdict on a transaction; it never changes.
 *
 * @param id the assessment's own id, derived from the transaction's
 * @param payment the transaction
 * @param score 0 to 100
 * @param eventId the id to cite in alerts and cases
 * @param reasons heaviest first; empty if nothing stood out
 * @param ruleSet the rules and the numbers in them that judged it
 */
public record RiskAssessment(
        UUID id,
        UUID payment,
        int score,
        RiskLevel riskLevel,
        UUID eventId,
        List<RiskReason> reasons,
        String ruleSet,
        Instant at) {
    public RiskAssessment {
        reasons = List.copyOf(reasons);
    }
}
