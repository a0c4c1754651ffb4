package network.fanz.security.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules look at, and how a rule of the book is read. */
class FraudFeatureTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final FraudStore.PayerHistory HISTORY = new FraudStore.PayerHistory(
            Optional.empty(),
            1,
            BigInteger.valueOf(200),
            3,
            4,
            50,
            60,
            7,
            BigInteger.valueOf(800),
            false,
            9,
            10,
            false);

    @ParameterizedTest
    @CsvSource({
        "DEVICE_REFUSED_CARDS, 55",
        "ADDRESS_REFUSED_CARDS, 45",
        "ACCOUNT_REFUSED_CARDS, 4",
        "UNFINISHED_PAYMENTS, 3",
        "PAYMENTS_IN_AN_HOUR, 1",
        "AMOUNT_IN_AN_HOUR, 1450",
        "DISPUTED_PAYMENTS, 10",
        "REFUNDED_PAYMENTS, 9",
        "FIRST_AMOUNT, 0",
        "TIMES_THE_HABIT, 10",
        "OTHER_COUNTRY, 1",
        "FIRST_DAY, 1",
        "NEW_CREATOR, 1"
    })
    void isWorkedOutFromTheHistory(FraudFeature feature, BigInteger value) {
        RiskFeatures features = RiskFeatures.of(payment(false, "FR", NOW.minusSeconds(60)), HISTORY, 10, NOW);
        assertThat(feature.of(features)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"DEVICE_REFUSED_CARDS", "ADDRESS_REFUSED_CARDS", "ACCOUNT_REFUSED_CARDS", "UNFINISHED_PAYMENTS"})
    void aKeptCardTestsNothing(FraudFeature feature) {
        assertThat(feature.of(RiskFeatures.of(payment(true, null, NOW), HISTORY, 0, NOW)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "1, 50", "2, 49", "3, 49", "4, 48", "98, 1", "99, 1", "100, 0", "102, 0"})
    void oneRefusedCardIsExplainedByTwoWhoPay(int payers, BigInteger left) {
        RiskFeatures features = RiskFeatures.of(payment(false, null, NOW), HISTORY, payers, NOW);
        assertThat(FraudFeature.ADDRESS_REFUSED_CARDS.of(features)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"FR, 1", "DE, 0", ", 0"})
    void anUnknownCountryIsNoOtherCountry(String country, BigInteger other) {
        RiskFeatures features = RiskFeatures.of(payment(false, country, NOW), HISTORY, 0, NOW);
        assertThat(FraudFeature.OTHER_COUNTRY.of(features)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28T12:00:01Z, 1", "2026-02-28T12:00:00Z, 0", "2026-03-02T00:00:00Z, 1"})
    void theFirstDayEndsAfterADay(Instant since, BigInteger first) {
        RiskFeatures features = RiskFeatures.of(payment(false, null, since), HISTORY, 0, NOW);
        assertThat(FraudFeature.FIRST_DAY.of(features)).isEqualTo(first);
        assertThat(features.accountAgeMinutes()).isNotNegative();
    }

    @Test
    void aHabitOfNothingIsNoHabit() {
        FraudStore.PayerHistory free = new FraudStore.PayerHistory(
                Optional.empty(), 0, BigInteger.ZERO, 0, 0, 0, 0, 3, BigInteger.ZERO, true, 0, 0, true);
        RiskFeatures features = RiskFeatures.of(payment(false, null, NOW), free, 0, NOW);
        assertThat(FraudFeature.TIMES_THE_HABIT.of(features)).isZero();
        assertThat(FraudFeature.NEW_CREATOR.of(features)).isZero();
    }

    @Test
    void saysItsFiguresInTheUnitsThatPeopleRead() {
        RiskFeatures features = RiskFeatures.of(payment(false, null, NOW), HISTORY, 0, NOW);
        FraudRule amount = rule(FraudFeature.AMOUNT_IN_AN_HOUR, "14.50", false, Map.of("JPY", "20"));
        assertThat(amount.reason(features, Asset.USD))
                .isEqualTo(new RiskReason("rule", 7, "14.50 USD of 14.50 USD", 2));
        assertThat(amount.reason(features, Asset.of("JPY/0")).why()).isEqualTo("1450 JPY of 20 JPY");
        FraudRule count = rule(FraudFeature.UNFINISHED_PAYMENTS, "4", false, Map.of());
        assertThat(count.reason(features, Asset.USD).why()).isEqualTo("3 of 4");
    }

    @ParameterizedTest
    @CsvSource({
        "14.49, false, true",
        "14.50, false, true",
        "14.51, false, false",
        "14.49, true, true",
        "14.50, true, false"
    })
    void holdsFromItsLimitOnOrOnlyAboveIt(String limit, boolean above, boolean holds) {
        RiskFeatures features = RiskFeatures.of(payment(false, null, NOW), HISTORY, 0, NOW);
        assertThat(rule(FraudFeature.AMOUNT_IN_AN_HOUR, limit, above, Map.of()).holds(features, Asset.USD))
                .isEqualTo(holds);
    }

    @Test
    void aRuleThatDeclinesHasWordsForTheBuyerAndNoOtherHas() {
        assertThatThrownBy(() -> declining(RiskRefusal.DISPUTED, "", 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> declining(null, "Words.", 5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(declining(RiskRefusal.DISPUTED, "Words.", 5).buyer()).isEqualTo("Words.");
    }

    @Test
    void theBookKnowsItsWordsAndFromHowManyCardsNearbyItMustCount() {
        FraudRuleBook book = new FraudRuleBook(
                3,
                LocalDate.EPOCH,
                List.of(
                        declining(RiskRefusal.DISPUTED, "First.", 1),
                        declining(RiskRefusal.DISPUTED, "Second.", 1),
                        declining(RiskRefusal.REFUSED_CARDS_NEARBY, "Third.", 8),
                        declining(RiskRefusal.REFUSED_CARDS_NEARBY, "Fourth.", 6)));
        assertThat(book.buyerWords(RiskRefusal.DISPUTED)).isEqualTo("First.");
        assertThatThrownBy(() -> book.buyerWords(RiskRefusal.REFUSED_CARDS)).isInstanceOf(IllegalStateException.class);
        assertThat(book.refusedNearbyFrom()).isEqualTo(6);
        assertThat(new FraudRuleBook(3, LocalDate.EPOCH, List.of()).refusedNearbyFrom())
                .isZero();
        assertThat(FraudRuleBook.current().refusedNearbyFrom()).isEqualTo(5);
    }

    @Test
    void whatDeclinesComesFirstThenTheHeaviest() {
        FraudRule light = rule("light", 1, null);
        FraudRule heavy = rule("heavy", 70, null);
        FraudRule declining = rule("declining", 0, RiskRefusal.SPENDING_LIMIT);
        RiskFeatures features = RiskFeatures.of(payment(false, null, NOW), HISTORY, 0, NOW);
        FraudRules rules = new FraudRules(
                new FraudRuleBook(1, LocalDate.EPOCH, List.of(light, rule("heavier", 70, null), heavy, declining)));
        FraudRules.FraudVerdict verdict = rules.judge(features, Asset.USD);
        assertThat(verdict.reasons())
                .extracting(RiskReason::word)
                .containsExactly("declining", "heavier", "heavy", "light");
        assertThat(verdict.points()).isEqualTo(100);
        assertThat(verdict.refusal()).isEqualTo(RiskRefusal.SPENDING_LIMIT);
        assertThat(verdict.alerts()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"59, , false", "60, RISK, true"})
    void aHighScoreDeclinesByItselfAndPeopleAreTold(int weight, RiskRefusal refusal, boolean alerts) {
        RiskFeatures features = RiskFeatures.of(payment(false, null, NOW), HISTORY, 0, NOW);
        FraudRules rules = new FraudRules(new FraudRuleBook(1, LocalDate.EPOCH, List.of(rule("only", weight, null))));
        assertThat(rules.judge(features, Asset.USD).refusal()).isEqualTo(refusal);
        assertThat(rules.judge(features, Asset.USD).alerts()).isEqualTo(alerts);
    }

    private static FraudRule rule(FraudFeature feature, String limit, boolean above, Map<String, String> inAsset) {
        return new FraudRule("rule", 2, feature, limit, above, inAsset, 7, null, false, "", "{value} of {limit}");
    }

    /** A rule that always holds. */
    private static FraudRule rule(String id, int weight, RiskRefusal refusal) {
        String buyer = refusal == null ? "" : "Words.";
        return new FraudRule(
                id, 1, FraudFeature.PAYMENTS_IN_AN_HOUR, "0", false, Map.of(), weight, refusal, false, buyer, "");
    }

    private static FraudRule declining(RiskRefusal refusal, String buyer, int limit) {
        String from = Integer.toString(limit);
        return new FraudRule(
                "rule", 1, FraudFeature.DISPUTED_PAYMENTS, from, false, Map.of(), 60, refusal, true, buyer, "");
    }

    private static RiskAssessmentRequest payment(boolean savedCard, String country, Instant accountSince) {
        return new RiskAssessmentRequest(
                new UUID(0, 1),
                new AccountId(new UUID(0, 2)),
                new AccountId(new UUID(0, 3)),
                Money.of(Asset.USD, 1250),
                accountSince,
                "DE",
                savedCard,
                new Origin("address", "agent", country, Origin.API));
    }
}
