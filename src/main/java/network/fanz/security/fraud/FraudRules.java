package network.fanz.security.fraud;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules turn features into points with reasons. They are pure: the same features always get the same verdict.
 *
 * <p>Velocity alone reaches high. What a new fan does on the first day (a young account, a first payment to a creator) stays below high.
 */
final class FraudRules {
    /** Incremented with every change of a rule. */
    static final int VERSION = 1;

    private static final int SCORE_MAX = 100;
    private static final int HABIT_PAYMENTS_MIN = 3;

    private final FraudSettings settings;

    FraudRules(FraudSettings settings) {
        this.settings = settings;
    }

    /** @param points 0 to 100 */
    record FraudVerdict(int points, List<RiskReason> reasons) {}

    FraudVerdict judge(RiskFeatures features) {
        List<RiskReason> reasons = new ArrayList<>();
        velocity(features, reasons);
        unusualAmount(features, reasons);
        accountRisk(features, reasons);
        reasons.sort(Comparator.comparingInt(RiskReason::weight).reversed().thenComparing(RiskReason::word));
        int sum = reasons.stream().mapToInt(RiskReason::weight).sum();
        return new FraudVerdict(Math.min(SCORE_MAX, sum), List.copyOf(reasons));
    }

    private void velocity(RiskFeatures features, List<RiskReason> reasons) {
        long minutes = settings.velocityWindow().toMinutes();
        if (features.recentPayments() >= settings.velocityPayments()) {
            reasons.add(new RiskReason(
                    "velocity_payments",
                    60,
                    features.recentPayments() + " payments in the last " + minutes + " minutes before this one."));
        }
        if (features.recentAmount().add(features.amount()).compareTo(settings.velocityAmount()) > 0) {
            reasons.add(new RiskReason("velocity_amount", 60, "Too much money within " + minutes + " minutes."));
        }
        if (features.recentDeclines() >= settings.velocityDeclines()) {
            reasons.add(new RiskReason(
                    "card_testing",
                    40,
                    features.recentDeclines() + " declined payments in the last " + minutes + " minutes."));
        }
    }

    private void unusualAmount(RiskFeatures features, List<RiskReason> reasons) {
        if (features.settledPayments() == 0) {
            if (features.amount().compareTo(settings.largeFirstAmount()) >= 0) {
                reasons.add(new RiskReason("large_first_amount", 20, "A large amount, and no earlier payment."));
            }
        } else if (features.settledPayments() >= HABIT_PAYMENTS_MIN && isUnusual(features)) {
            reasons.add(new RiskReason(
                    "unusual_amount",
                    30,
                    "More than " + settings.unusualFactor() + " times this account's own average."));
        }
        if (!features.knownPair()) {
            reasons.add(new RiskReason("first_payment_to_creator", 5, "Never paid this creator before."));
        }
    }

    /** Compares amount × payments with factor × sum, so that no division rounds. */
    private boolean isUnusual(RiskFeatures features) {
        BigInteger left = features.amount().multiply(BigInteger.valueOf(features.settledPayments()));
        BigInteger right = features.settledAmount().multiply(BigInteger.valueOf(settings.unusualFactor()));
        return left.compareTo(right) > 0;
    }

    private void accountRisk(RiskFeatures features, List<RiskReason> reasons) {
        if (features.accountAgeMinutes() < settings.newAccount().toMinutes()) {
            reasons.add(new RiskReason(
                    "new_account", 10, "The account is " + features.accountAgeMinutes() + " minutes old."));
        }
        if (features.countryMismatch()) {
            reasons.add(
                    new RiskReason("country_mismatch", 30, "The address lies in another country than the account."));
        }
    }
}
