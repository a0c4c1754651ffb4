package network.fanz.content.compliance.status;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When something is late.
 *
 * @param examinedWithin how long what waits for a person may wait
 */
@ConfigurationProperties(prefix = "fanz.obligations", ignoreUnknownFields = false)
record ObligationSettings(
        @DefaultValue("2d") @Between(min = "1h", max = "90d")
        Duration examinedWithin) {}
