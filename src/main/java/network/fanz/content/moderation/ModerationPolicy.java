package network.fanz.content.moderation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is not allowed, and when a person should look sooner.
 *
 * @param otherwise how soon a person should look where no rule speaks
 */
public record ModerationPolicy(ReviewSeverity otherwise, List<PolicyClause> clauses, List<PolicyRule> rules) {
    public ModerationPolicy {
        clauses = List.copyOf(clauses);
        rules = List.copyOf(rules);
    }

    /** What all rules together say. None of them can say that nobody needs to look. */
    public PolicyOutcome ask(PolicyFacts facts) {
        return PolicyOutcome.of(
                rules.stream().filter(rule -> rule.speaks(facts)).toList(), otherwise);
    }

    /** From which score of a signal on a rule speaks; empty if none asks for it. */
    public Optional<BigDecimal> threshold(String signal) {
        return rules.stream()
                .filter(rule -> signal.equals(rule.signal()))
                .map(PolicyRule::atLeast)
                .filter(Objects::nonNull)
                .min(BigDecimal::compareTo);
    }

    public Optional<PolicyClause> clause(String code) {
        return clauses.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
