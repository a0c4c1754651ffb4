package network.fanz.security.fraud;

import java.math.BigInteger;
import java.util.Map;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in the book of rules.
 *
 * @param id its name; it never changes once published
 * @param version incremented with every change of the rule
 * @param limit the value from which it holds; an amount is a decimal of any asset that {@code inAsset} does not name
 * @param above whether it holds only above that value
 * @param inAsset the same limit by an asset's code, where a whole unit is worth much more or much less
 * @param weight how many points of 100
 * @param refusal what it declines a payment for by itself; null if it gives points only
 * @param alerts whether people are told when it declines a payment
 * @param buyer what a buyer reads whose payment it declines; empty without a refusal
 * @param staff what staff read, with {@code {value}} and {@code {limit}}
 */
record FraudRule(
        String id,
        int version,
        FraudFeature feature,
        String limit,
        boolean above,
        Map<String, String> inAsset,
        int weight,
        @Nullable RiskRefusal refusal,
        boolean alerts,
        String buyer,
        String staff) {
    FraudRule {
        if ((refusal == null) != buyer.isEmpty()) {
            throw new IllegalArgumentException("The rule " + id + " has words for the buyer exactly if it declines");
        }
        inAsset = Map.copyOf(inAsset);
    }

    boolean holds(RiskFeatures features, Asset asset) {
        int compared = feature.of(features).compareTo(limit(asset));
        return above ? compared > 0 : compared >= 0;
    }

    RiskReason reason(RiskFeatures features, Asset asset) {
        String why = staff.replace("{value}", written(feature.of(features), asset))
                .replace("{limit}", written(limit(asset), asset));
        return new RiskReason(id, weight, why, version);
    }

    private BigInteger limit(Asset asset) {
        return feature.isAmount()
                ? Money.parse(asset, inAsset.getOrDefault(asset.code(), limit)).units()
                : new BigInteger(limit);
    }

    private String written(BigInteger value, Asset asset) {
        return feature.isAmount() ? new Money(asset, value).toString() : value.toString();
    }
}
