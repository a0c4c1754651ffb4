package network.fanz.security.fraud;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much history is read. The rules' thresholds, weights and words stand in {@code fraud/rules.json}.
 *
 * @param historyWindow how far back an account's payments are read
 * @param historyRowsMax how many of an account's newest payments are read at most
 */
@ConfigurationProperties(prefix = "fanz.fraud", ignoreUnknownFields = false)
record FraudSettings(
        @DefaultValue("90d") @Between(min = "2d", max = "3650d")
        Duration historyWindow,

        @DefaultValue("500") @Between(min = "200", max = "10000")
        int historyRowsMax) {}
