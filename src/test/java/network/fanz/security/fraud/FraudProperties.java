package network.fanz.security.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import network.fanz.common.Asset;

/** What holds for any features. */
class FraudProperties {
    private final FraudRules rules = new FraudRules(FraudRuleBook.current());

    @Property
    void theSameFeaturesAlwaysGetTheSameVerdict(@ForAll("features") RiskFeatures features) {
        assertThat(new FraudRules(FraudRuleBook.current()).judge(features, Asset.USD))
                .isEqualTo(rules.judge(features, Asset.USD));
    }

    @Property
    void aScoreIsTheSumOfItsReasonsWithinAHundred(@ForAll("features") RiskFeatures features) {
        FraudRules.FraudVerdict verdict = rules.judge(features, Asset.USD);
        int sum = verdict.reasons().stream().mapToInt(RiskReason::weight).sum();
        assertThat(verdict.points()).isEqualTo(Math.min(100, sum)).isBetween(0, 100);
    }

    @Property
    void moreRefusedCardsNeverLowerTheScore(@ForAll("features") RiskFeatures features) {
        assertThat(rules.judge(refusedOnceMore(features), Asset.USD).points())
                .isGreaterThanOrEqualTo(rules.judge(features, Asset.USD).points());
    }

    @Property
    void aHighScoreIsNeverLetPass(@ForAll("features") RiskFeatures features) {
        FraudRules.FraudVerdict verdict = rules.judge(features, Asset.USD);
        if (RiskLevel.of(verdict.points()).declines()) {
            assertThat(verdict.refusal()).isNotNull();
        }
    }

    @Property
    void withoutRefusedCardsDisputesAndLimitsNobodyIsDeclined(@ForAll("features") RiskFeatures some) {
        RiskFeatures honest = new RiskFeatures(
                some.amount().min(BigInteger.valueOf(500_000)),
                some.savedCard(),
                some.recentPayments(),
                some.recentAmount().min(BigInteger.valueOf(500_000)),
                0,
                Math.min(2, some.accountRefusedCards()),
                0,
                0,
                0,
                some.goodPayments(),
                some.goodAmount(),
                some.goodHistory(),
                some.refundedPayments(),
                0,
                some.knownPair(),
                some.accountAgeMinutes(),
                some.countryMismatch());
        assertThat(rules.judge(honest, Asset.USD).refusal()).isNull();
    }

    private static RiskFeatures refusedOnceMore(RiskFeatures features) {
        return new RiskFeatures(
                features.amount(),
                features.savedCard(),
                features.recentPayments(),
                features.recentAmount(),
                features.unfinishedPayments(),
                features.accountRefusedCards() + 1,
                features.addressRefusedCards() + 1,
                features.deviceRefusedCards() + 1,
                features.addressPayers(),
                features.goodPayments(),
                features.goodAmount(),
                features.goodHistory(),
                features.refundedPayments(),
                features.disputedPayments(),
                features.knownPair(),
                features.accountAgeMinutes(),
                features.countryMismatch());
    }

    @Provide
    Arbitrary<RiskFeatures> features() {
        Arbitrary<BigInteger> units = Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TWO.pow(90));
        Arbitrary<BigInteger> money = Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(2_000_000));
        Arbitrary<Integer> count = Arbitraries.integers().between(0, 8);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.oneOf(units, money.filter(amount -> amount.signum() > 0)),
                        money,
                        count.list().ofSize(8),
                        flag.list().ofSize(4),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((amount, other, counts, flags, age) -> new RiskFeatures(
                        amount,
                        flags.get(0),
                        counts.get(0) * 10,
                        other,
                        counts.get(1),
                        counts.get(2),
                        counts.get(3),
                        counts.get(4),
                        counts.get(5),
                        counts.get(6),
                        other.add(BigInteger.ONE),
                        flags.get(1),
                        counts.get(7),
                        counts.get(1) / 3,
                        flags.get(2),
                        age,
                        flags.get(3)));
    }
}
