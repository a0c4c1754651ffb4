package network.fanz.security.fraud;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a transaction; it never changes.
 *
 * @param id the assessment's id, derived from the transaction's id
 * @param payment the transaction
 * @param score 0 to 100
 * @param eventId the id to cite in alerts and cases
 * @param reasons what declines it first, then the heaviest; empty if no rule holds
 * @param refusal why the payment is declined; null if it is not
 * @param ruleSet the rules, and the numbers in them, that made the assessment
 */
public record RiskAssessment(
        UUID id,
        UUID payment,
        int score,
        RiskLevel riskLevel,
        UUID eventId,
        List<RiskReason> reasons,
        @Nullable RiskRefusal refusal,
        String ruleSet,
        Instant at) {
    public RiskAssessment {
        reasons = List.copyOf(reasons);
    }
}
