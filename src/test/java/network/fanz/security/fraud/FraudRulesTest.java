package network.fanz.security.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import network.fanz.platform.settings.Defaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules, row by row. */
class FraudRulesTest {
    private final FraudRules rules = new FraudRules(Defaults.of(FraudSettings.class));

    @ParameterizedTest(name = "{0}: {10}")
    @CsvSource(textBlock = """
            # case,             amount, recent, recentAmount, declines, settled, settledAmount, pair, age, mismatch, reasons, score
            usual,                1250,      1,         1250,        0,       5,          6000, true,  9999, false, '', 0
            first tip,            1250,      0,            0,        0,       0,             0, false,    5, false, 'new_account first_payment_to_creator', 15
            ninth before,         1250,      9,         9000,        0,       9,          9000, true,  9999, false, '', 0
            tenth before,         1250,     10,        10000,        0,      10,         10000, true,  9999, false, velocity_payments, 60
            just 10000.00,      500000,      1,       500000,        0,       1,        500000, true,  9999, false, '', 0
            one cent more,      500001,      1,       500000,        0,       1,        500000, true,  9999, false, velocity_amount, 60
            both velocities,    500001,     10,       500000,        0,       1,        500000, true,  9999, false, 'velocity_amount velocity_payments', 100
            card testing,         1250,      3,            0,        3,       1,          1250, true,  9999, false, card_testing, 40
            abroad,               1250,      0,            0,        0,       1,          1250, true,  9999, true,  country_mismatch, 30
            ten times habit,     10000,      0,            0,        0,       3,          3000, true,  9999, false, '', 0
            above ten times,     10001,      0,            0,        0,       3,          3000, true,  9999, false, unusual_amount, 30
            habit of two only,   10001,      0,            0,        0,       2,          2000, true,  9999, false, '', 0
            large and first,     50000,      0,            0,        0,       0,             0, false, 9999, false, 'large_first_amount first_payment_to_creator', 25
            unusual and abroad,  10001,      0,            0,        0,       3,          3000, false, 9999, true,  'country_mismatch unusual_amount first_payment_to_creator', 65
            """)
    void judgesByTheTable(
            String name,
            BigInteger amount,
            int recent,
            BigInteger recentAmount,
            int declines,
            int settled,
            BigInteger settledAmount,
            boolean pair,
            long age,
            boolean mismatch,
            String reasons,
            int score) {
        FraudRules.FraudVerdict verdict = rules.judge(
                new RiskFeatures(amount, recent, recentAmount, declines, settled, settledAmount, pair, age, mismatch));
        assertThat(verdict.reasons().stream().map(RiskReason::word).toList())
                .as(name)
                .isEqualTo(reasons.isEmpty() ? java.util.List.of() : java.util.List.of(reasons.split(" ")));
        assertThat(verdict.points()).as(name).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "29, LOW", "30, MEDIUM", "59, MEDIUM", "60, HIGH", "79, HIGH", "80, CRITICAL", "100, CRITICAL"
    })
    void levelsBeginAtThirtySixtyAndEighty(int score, RiskLevel level) {
        assertThat(RiskLevel.of(score)).isEqualTo(level);
    }

    @Test
    void highAndCriticalDecline() {
        assertThat(RiskLevel.values())
                .filteredOn(RiskLevel::declines)
                .containsExactly(RiskLevel.HIGH, RiskLevel.CRITICAL);
    }

    @Test
    void otherNumbersAreAnotherRuleSet() {
        FraudSettings raised = new FraudSettings(
                Defaults.of(FraudSettings.class).velocityWindow(),
                1000,
                Defaults.of(FraudSettings.class).velocityAmount(),
                3,
                Defaults.of(FraudSettings.class).historyWindow(),
                500,
                Defaults.of(FraudSettings.class).newAccount(),
                10,
                Defaults.of(FraudSettings.class).largeFirstAmount());
        assertThat(raised.ruleSet())
                .isNotEqualTo(Defaults.of(FraudSettings.class).ruleSet());
        assertThat(Defaults.of(FraudSettings.class).ruleSet()).startsWith("1-");
    }
}
