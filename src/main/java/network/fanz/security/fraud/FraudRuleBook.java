package network.fanz.security.fraud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import network.fanz.common.Ids;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules as data, with their words.
 *
 * @param version incremented with every change of a rule
 * @param effectiveFrom since when they judge
 */
record FraudRuleBook(int version, LocalDate effectiveFrom, List<FraudRule> rules) {
    /** Where no single rule declines. */
    static final String RISK_WORDS =
            "Several things about this payment are unusual, so we declined it. Nothing was taken. If it was you, ask the platform’s staff.";

    private static final String FILE = "/fraud/rules.json";
    private static final FraudRuleBook CURRENT = read();

    FraudRuleBook {
        rules = List.copyOf(rules);
    }

    static FraudRuleBook current() {
        return CURRENT;
    }

    /** The words of the first rule that declines for it. */
    String buyerWords(RiskRefusal refusal) {
        return rules.stream()
                .filter(rule -> rule.refusal() == refusal)
                .map(FraudRule::buyer)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule declines for " + refusal));
    }

    /** From how many refused cards nearby on a rule may hold. */
    int refusedNearbyFrom() {
        return rules.stream()
                .filter(rule -> rule.refusal() == RiskRefusal.REFUSED_CARDS_NEARBY)
                .mapToInt(rule -> Integer.parseInt(rule.limit()))
                .min()
                .orElse(0);
    }

    /** Version and a digest of the rules: assessments with the same one were made by the same rules and numbers. */
    String ruleSet() {
        long digest = Ids.derived("fraud.rules", toString()).getMostSignificantBits();
        return String.format(Locale.ROOT, "%d-%08x", version, digest >>> 32);
    }

    private static FraudRuleBook read() {
        try (InputStream file = FraudRuleBook.class.getResourceAsStream(FILE)) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(file, FILE), FraudRuleBook.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
