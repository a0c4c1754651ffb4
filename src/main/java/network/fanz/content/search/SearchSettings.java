package network.fanz.content.search;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How each node's index of published works is fed.
 *
 * @param followEvery how often a node asks which works have changed
 * @param compareEvery how often all of the index is held against the database
 */
@ConfigurationProperties(prefix = "fanz.search", ignoreUnknownFields = false)
public record SearchSettings(
        @DefaultValue("1s") @Between(min = "100ms", max = "1m")
        Duration followEvery,

        @DefaultValue("10m") @Between(min = "1s", max = "1d")
        Duration compareEvery) {}
