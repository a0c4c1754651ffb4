package network.fanz.content.moderation.texts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import network.fanz.content.intelligence.Signal;
import network.fanz.content.intelligence.WordSignals;
import network.fanz.content.intelligence.WordSignals.WordPlace;
import network.fanz.content.moderation.ModerationPolicy;
import network.fanz.content.moderation.PolicyClause;
import network.fanz.content.moderation.PolicyFacts;
import network.fanz.content.moderation.PolicyOutcome;
import network.fanz.content.moderation.PolicyRule;
import network.fanz.content.moderation.PolicySurface;
import network.fanz.content.moderation.policy.PolicyBook;
import network.fanz.content.moderation.policy.PolicyBook.LivePolicy;
import network.fanz.content.moderation.texts.TextReading.TextFinding;
import org.springframework.stereotype.Component;

/** Has software look at words, and the policy say what that means. It keeps nothing. */
@Component
class TextReader {
    private static final int DIGITS = 4;

    private final WordSignals software;
    private final PolicyBook policies;

    TextReader(WordSignals software, PolicyBook policies) {
        this.software = software;
        this.policies = policies;
    }

    TextReading read(String text, PolicySurface surface) {
        LivePolicy live = policies.live();
        Map<String, BigDecimal> scores = new HashMap<>();
        for (Signal signal : software.of(text)) {
            scores.merge(
                    signal.name(),
                    BigDecimal.valueOf(signal.score()).setScale(DIGITS, RoundingMode.HALF_UP),
                    BigDecimal::max);
        }
        PolicyOutcome outcome = live.policy().ask(new PolicyFacts(surface, scores, 0, Set.of()));
        List<TextFinding> findings = outcome.rules().stream()
                .filter(rule -> rule.signal() != null)
                .map(rule -> finding(text, rule, scores, live.policy()))
                .toList();
        return new TextReading(live.number(), outcome.severity(), outcome.holds(), findings);
    }

    private TextFinding finding(String text, PolicyRule rule, Map<String, BigDecimal> scores, ModerationPolicy policy) {
        String signal = Objects.requireNonNull(rule.signal());
        double least = Objects.requireNonNull(rule.atLeast()).doubleValue();
        WordPlace place = software.place(text, signal, least);
        String words = rule.clause() == null
                ? null
                : policy.clause(rule.clause())
                        .map(clause -> PolicyClause.said(clause.toCreator()))
                        .orElse(null);
        return new TextFinding(
                rule.name(),
                signal,
                scores.getOrDefault(signal, BigDecimal.ZERO).doubleValue(),
                rule.clause(),
                words,
                rule.severity(),
                rule.holds(),
                place.from(),
                place.to());
    }
}
