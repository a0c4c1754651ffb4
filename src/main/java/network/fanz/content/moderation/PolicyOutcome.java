package network.fanz.content.moderation;

import java.util.List;

/**
 * What the policy says of something. A person looks at it in any case.
 *
 * @param rules that have spoken, in the policy's order
 */
public record PolicyOutcome(ReviewSeverity severity, boolean holds, List<PolicyRule> rules) {
    public PolicyOutcome {
        rules = List.copyOf(rules);
    }

    static PolicyOutcome of(List<PolicyRule> spoken, ReviewSeverity otherwise) {
        ReviewSeverity severity = spoken.stream()
                .map(PolicyRule::severity)
                .min(ReviewSeverity::compareTo)
                .orElse(otherwise);
        return new PolicyOutcome(severity, spoken.stream().anyMatch(PolicyRule::holds), spoken);
    }

    public List<String> names() {
        return rules.stream().map(PolicyRule::name).toList();
    }
}
