package network.fanz.platform.jobs;

import java.time.Duration;
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
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("5s") Duration stopMax) {}
