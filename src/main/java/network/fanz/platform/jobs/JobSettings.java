package network.fanz.platform.jobs;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are run.
 *
 * @param poll how often a node looks for jobs that are due
 * @param lease how long a job stays a node's without a sign of life from it
 * @param stopMax how long a stop waits for running jobs before it interrupts them
 */
@ConfigurationProperties(prefix = "fanz.jobs", ignoreUnknownFields = false)
public record JobSettings(
        @DefaultValue("250ms") @Between(min = "10ms", max = "5s")
        Duration poll,

        @DefaultValue("30s") @Between(min = "5s", max = "1h")
        Duration lease,

        @DefaultValue("5s") @Between(min = "0s", max = "1m") Duration stopMax) {}
