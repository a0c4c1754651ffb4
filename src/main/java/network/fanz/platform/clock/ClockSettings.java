package network.fanz.platform.clock;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a jump of the machine's clock is believed.
 *
 * @param jumpTrustedAfter how long the clock must run evenly after a jump, and agree with the database's, before expiry follows it
 */
@ConfigurationProperties(prefix = "fanz.clock", ignoreUnknownFields = false)
public record ClockSettings(
        @DefaultValue("1h") @Between(min = "10m", max = "7d")
        Duration jumpTrustedAfter) {}
