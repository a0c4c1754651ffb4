package network.fanz.security.fraud;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import network.fanz.common.Asset;
import org.jspecify.annotations.Nullable;

/**
 * The rules turn features into points with reasons. They are pure: the same features always get the same verdict.
 *
 * <p>What a fan does who has done nothing wrong (a young account, a first payment, a journey, a large amount, many tips, a card that is
 * refused once or twice) stays below high, also all at once. A payment is declined for refused cards, for disputes, and by limits that
 * say so.
 */
final class FraudRules {
    private static final int SCORE_MAX = 100;

    private final FraudRuleBook book;

    FraudRules(FraudRuleBook book) {
        this.book = book;
    }

    /**
     * @param points 0 to 100
     * @param refusal why it is declined; null if it is not
     * @param alerts whether people are told
     */
    record FraudVerdict(
            int points, List<RiskReason> reasons, @Nullable RiskRefusal refusal, boolean alerts) {}

    FraudVerdict judge(RiskFeatures features, Asset asset) {
        List<FraudRule> holding = book.rules().stream()
                .filter(rule -> rule.holds(features, asset))
                .sorted(Comparator.comparing((FraudRule rule) -> rule.refusal() == null)
                        .thenComparing(FraudRule::weight, Comparator.reverseOrder())
                        .thenComparing(FraudRule::id))
                .toList();
        int sum = holding.stream().mapToInt(FraudRule::weight).sum();
        int points = Math.min(SCORE_MAX, sum);
        @Nullable RiskRefusal refusal = holding.stream()
                .map(FraudRule::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(RiskLevel.of(points).declines() ? RiskRefusal.RISK : null);
        boolean alerts = refusal == RiskRefusal.RISK || holding.stream().anyMatch(FraudRule::alerts);
        return new FraudVerdict(
                points,
                holding.stream().map(rule -> rule.reason(features, asset)).toList(),
                refusal,
                alerts);
    }
}
