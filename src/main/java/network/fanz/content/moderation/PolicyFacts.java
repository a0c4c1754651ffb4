package network.fanz.content.moderation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * What the policy is asked about.
 *
 * @param signals what software says, by name, each between 0 and 1
 * @param rejectedBefore how many works of its creator were rejected before
 * @param reports what people have reported it for
 */
public record PolicyFacts(
        PolicySurface surface, Map<String, BigDecimal> signals, int rejectedBefore, Set<ReportReason> reports) {
    public PolicyFacts {
        signals = Map.copyOf(signals);
        reports = Set.copyOf(reports);
    }
}
