package network.fanz.content.intelligence;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How software looks at works.
 *
 * @param waitMax how long a picture waits until a model has looked at those before it
 */
@ConfigurationProperties(prefix = "fanz.intelligence", ignoreUnknownFields = false)
record IntelligenceSettings(
        @DefaultValue("10s") @Between(min = "1s", max = "5m")
        Duration waitMax) {}
