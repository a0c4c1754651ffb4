package network.fanz.security.fraud;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import network.fanz.common.Between;
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
        @DefaultValue("60m") @Between(min = "1m", max = "30d")
        Duration velocityWindow,

        @DefaultValue("10") @Between(min = "1", max = "10000")
        int velocityPayments,

        @DefaultValue("1000000") @Between(min = "1", max = "1000000000000")
        BigInteger velocityAmount,

        @DefaultValue("3") @Between(min = "1", max = "1000") int velocityDeclines,

        @DefaultValue("90d") @Between(min = "1d", max = "3650d")
        Duration historyWindow,

        @DefaultValue("500") @Between(min = "1", max = "10000")
        int historyRowsMax,

        @DefaultValue("24h") @Between(min = "1m", max = "365d")
        Duration newAccount,

        @DefaultValue("10") @Between(min = "2", max = "1000")
        int unusualFactor,

        @DefaultValue("50000") @Between(min = "1", max = "1000000000000")
        BigInteger largeFirstAmount) {
    /**
     * The rules' version and a digest of the numbers in them. Assessments with the same rule set were made by the same rules and numbers.
     */
    String ruleSet() {
        long digest = Ids.derived("fraud.rules", toString()).getMostSignificantBits();
        return String.format(Locale.ROOT, "%d-%08x", FraudRules.VERSION, digest >>> 32);
    }
}
