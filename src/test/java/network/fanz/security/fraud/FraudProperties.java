package network.fanz.security.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import network.fanz.platform.settings.Defaults;

/** What holds for any features. */
class FraudProperties {
    private final FraudRules rules = new FraudRules(Defaults.of(FraudSettings.class));

    @Property
    void theSameFeaturesAlwaysGetTheSameVerdict(@ForAll("features") RiskFeatures features) {
        assertThat(new FraudRules(Defaults.of(FraudSettings.class)).judge(features))
                .isEqualTo(rules.judge(features));
    }

    @Property
    void aScoreIsTheSumOfItsReasonsWithinAHundred(@ForAll("features") RiskFeatures features) {
        FraudRules.FraudVerdict verdict = rules.judge(features);
        int sum = verdict.reasons().stream().mapToInt(RiskReason::weight).sum();
        assertThat(verdict.points()).isEqualTo(Math.min(100, sum)).isBetween(0, 100);
    }

    @Property
    void moreRecentPaymentsNeverLowerTheScore(@ForAll("features") RiskFeatures features) {
        RiskFeatures busier = new RiskFeatures(
                features.amount(),
                features.recentPayments() + 1,
                features.recentAmount().add(BigInteger.ONE),
                features.recentDeclines() + 1,
                features.settledPayments(),
                features.settledAmount(),
                features.knownPair(),
                features.accountAgeMinutes(),
                features.countryMismatch());
        assertThat(rules.judge(busier).points())
                .isGreaterThanOrEqualTo(rules.judge(features).points());
    }

    @Property
    void aBreachOfVelocityAlwaysDeclines(@ForAll("features") RiskFeatures features) {
        boolean breach = features.recentPayments() >= 10
                || features.recentAmount().add(features.amount()).compareTo(BigInteger.valueOf(1_000_000)) > 0;
        if (breach) {
            assertThat(RiskLevel.of(rules.judge(features).points()).declines()).isTrue();
        }
    }

    @Provide
    Arbitrary<RiskFeatures> features() {
        Arbitrary<BigInteger> units = Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TWO.pow(90));
        Arbitrary<BigInteger> money = Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(2_000_000));
        Arbitrary<Integer> count = Arbitraries.integers().between(0, 20);
        return Combinators.combine(
                        Arbitraries.oneOf(units, money.filter(amount -> amount.signum() > 0)),
                        count,
                        money,
                        count,
                        count,
                        money,
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(0, 1_000_000))
                .flatAs((amount, recent, recentAmount, declines, settled, settledAmount, pair, age) -> Arbitraries.of(
                                true, false)
                        .map(mismatch -> new RiskFeatures(
                                amount, recent, recentAmount, declines, settled, settledAmount, pair, age, mismatch)));
    }
}
