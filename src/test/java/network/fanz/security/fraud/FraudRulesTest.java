package network.fanz.security.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import network.fanz.common.Asset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules, row by row. */
class FraudRulesTest {
    private final FraudRules rules = new FraudRules(FraudRuleBook.current());

    @ParameterizedTest(name = "{0}: {8}")
    @CsvSource(textBlock = """
            # case,            amount, recent, hourAmount, good, goodAmount, age,  abroad, reasons, score
            usual,                1250,     1,       1250,    5,       6000, 9999, false, '', 0
            first tip,            1250,     0,          0,    0,          0,    5, false, 'first_payment_to_creator new_account', 10
            hundred tips,         1250,   100,      90000,    9,       9000, 9999, false, '', 0
            just 10000.00,      500000,     1,     500000,    1,     500000, 9999, false, '', 0
            one cent more,      500001,     1,     500000,    1,     500000, 9999, false, amount_in_an_hour, 0
            one too many,         1250,   120,      90000,    9,      12000, 9999, false, payments_in_an_hour, 0
            abroad,               1250,     0,          0,    1,       1250, 9999, true,  country_mismatch, 10
            ten times habit,     10000,     0,          0,    3,       3000, 9999, false, unusual_amount, 10
            below ten times,      9999,     0,          0,    3,       3000, 9999, false, '', 0
            habit of two only,   10001,     0,          0,    2,       2000, 9999, false, '', 0
            large and first,     50000,     0,          0,    0,          0, 9999, false, 'large_first_amount first_payment_to_creator', 25
            all of a new fan,    50000,     0,          0,    0,          0,    5, true,  'large_first_amount country_mismatch first_payment_to_creator new_account', 40
            """)
    void judgesByTheTable(
            String name,
            BigInteger amount,
            int recent,
            BigInteger hourAmount,
            int good,
            BigInteger goodAmount,
            long age,
            boolean abroad,
            String reasons,
            int score) {
        FraudRules.FraudVerdict verdict = rules.judge(
                new RiskFeatures(
                        amount,
                        false,
                        recent,
                        hourAmount,
                        0,
                        0,
                        0,
                        0,
                        0,
                        good,
                        goodAmount,
                        good > 0,
                        0,
                        0,
                        good > 0,
                        age,
                        abroad),
                Asset.USD);
        assertThat(verdict.reasons().stream().map(RiskReason::word).toList())
                .as(name)
                .isEqualTo(reasons.isEmpty() ? java.util.List.of() : java.util.List.of(reasons.split(" ")));
        assertThat(verdict.points()).as(name).isEqualTo(score);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # case,                        kept, ofAccount, ofAddress, ofDevice, payers, goodHistory, refusal
            two of the account,           false,         2,         2,        2,      0, false, ''
            three of the account,         false,         3,         3,        3,      0, false, REFUSED_CARDS
            three and a kept card,         true,         3,         3,        3,      0, false, ''
            four of the address,          false,         0,         4,        0,      0, false, ''
            five of the address,          false,         0,         5,        0,      1, false, REFUSED_CARDS_NEARBY
            five of the device,           false,         1,         5,        5,      0, false, REFUSED_CARDS_NEARBY
            five where two have paid,     false,         0,         5,        5,      2, false, ''
            nine where eight have paid,   false,         0,         9,        0,      8, false, REFUSED_CARDS_NEARBY
            five beside an old fan,       false,         0,         5,        5,      0, true,  ''
            """)
    void stopsCardTesting(
            String name,
            boolean kept,
            int ofAccount,
            int ofAddress,
            int ofDevice,
            int payers,
            boolean goodHistory,
            String refusal) {
        RiskFeatures features = new RiskFeatures(
                BigInteger.valueOf(100),
                kept,
                5,
                BigInteger.ZERO,
                0,
                ofAccount,
                ofAddress,
                ofDevice,
                payers,
                0,
                BigInteger.ZERO,
                goodHistory,
                0,
                0,
                false,
                9999,
                false);
        FraudRules.FraudVerdict verdict = rules.judge(features, Asset.USD);
        assertThat(verdict.refusal() == null ? "" : verdict.refusal().name())
                .as(name)
                .isEqualTo(refusal);
        assertThat(verdict.alerts()).as(name).isEqualTo(!refusal.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "USD/2, 1000000, false",
        "USD/2, 1000001, true",
        "KWD/3, 10000000, false",
        "KWD/3, 10000001, true",
        "JPY/0, 1500000, false",
        "JPY/0, 1500001, true"
    })
    void limitsAreAmountsOfTheAssetThatIsPaid(String asset, BigInteger amount, boolean limited) {
        RiskFeatures features = new RiskFeatures(
                amount, false, 0, BigInteger.ZERO, 0, 0, 0, 0, 0, 5, amount, true, 0, 0, true, 9999, false);
        assertThat(rules.judge(features, Asset.of(asset)).refusal() == RiskRefusal.SPENDING_LIMIT)
                .isEqualTo(limited);
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, ''", "2, DISPUTED"})
    void aSecondDisputeDeclines(int disputed, String refusal) {
        RiskFeatures features = new RiskFeatures(
                BigInteger.TEN,
                false,
                0,
                BigInteger.ZERO,
                0,
                0,
                0,
                0,
                0,
                5,
                BigInteger.TEN,
                true,
                0,
                disputed,
                true,
                9999,
                false);
        RiskRefusal got = rules.judge(features, Asset.USD).refusal();
        assertThat(got == null ? "" : got.name()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalSaysToTheBuyerThatNothingWasTaken(RiskRefusal refusal) {
        assertThat(refusal.buyerWords()).contains("Nothing was taken").endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "29, LOW", "30, MEDIUM", "59, MEDIUM", "60, HIGH", "79, HIGH", "80, CRITICAL", "100, CRITICAL"
    })
    void levelsBeginAtThirtySixtyAndEighty(int score, RiskLevel level) {
        assertThat(RiskLevel.of(score)).isEqualTo(level);
        assertThat(level.from()).isLessThanOrEqualTo(score);
        assertThat(level.declines()).isEqualTo(score >= RiskLevel.HIGH.from());
        assertThat(level).hasToString(level.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void otherNumbersAreAnotherRuleSet() {
        FraudRuleBook book = FraudRuleBook.current();
        FraudRuleBook fewer = new FraudRuleBook(
                book.version(),
                book.effectiveFrom(),
                book.rules().subList(1, book.rules().size()));
        assertThat(fewer.ruleSet()).isNotEqualTo(book.ruleSet());
        assertThat(book.ruleSet()).matches("2-[0-9a-f]{8}");
    }
}
