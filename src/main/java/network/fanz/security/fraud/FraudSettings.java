package network.fanz.security.fraud;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import network.fanz.common.Ids;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers in the rules.
 *
 * @param velocityWindow how far back velocity looks
 * @param velocityPayments payments in the window; one more is too many
 * @param velocityAmount base units in the window, the payment itself included; one more is too many
 * @param velocityDeclines bank declines in the window from which card testing is suspected
 * @param historyWindow how far back an account's usual amounts are read
 * @param historyRowsMax how many of an account's newest payments are read at most
 * @param newAccount up to which age an account counts as new
 * @param unusualFactor how many times an account's average an amount must be to count as unusual
 * @param largeFirstAmount base units from which an account's first payment counts as large
 */
@ConfigurationProperties(prefix = "fanz.fraud", ignoreUnknownFields = false)
record FraudSettings(
        @DefaultValue("60m") Duration velocityWindow,
        @DefaultValue("10") int velocityPayments,
        @DefaultValue("1000000") BigInteger velocityAmount,
        @DefaultValue("3") int velocityDeclines,
        @DefaultValue("90d") Duration historyWindow,
        @DefaultValue("500") int historyRowsMax,
        @DefaultValue("24h") Duration newAccount,
        @DefaultValue("10") int unusualFactor,
        @DefaultValue("50000") BigInteger largeFirstAmount) {
    static FraudSettings defaults() {
        return new FraudSettings(
                Duration.ofMinutes(60),
                10,
                BigInteger.valueOf(1_000_000),
                3,
                Duration.ofDays(90),
                500,
                Duration.ofHours(24),
                10,
                BigInteger.valueOf(50_000));
    }

    /**
     * The rules' version and a digest of the numbers in them. Assessments with the same rule set were made by the same rules and numbers.
     */
    String ruleSet() {
        long digest = Ids.derived("fraud.rules", toString()).getMostSignificantBits();
        return String.format(Locale.ROOT, "%d-%08x", FraudRules.VERSION, digest >>> 32);
    }
}
