package network.fanz.security.monitoring;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the rules.
 *
 * @param bruteForceFailures more failed proofs than this from one address within the window are an attack
 * @param bruteForceWindow the window in which failed proofs are counted
 * @param bruteForceBlockTime how long an attacking address is refused; capped by the settings of the limits
 * @param relatedEvents more suspicious events than this about one account, or from one address, within the window belong together
 * @param relatedWindow the window of related events
 * @param highFrom from how many findings on an alert is high at least
 * @param criticalFrom from how many findings on an alert is critical
 * @param expireAfter after how long without another finding an alert below high is closed that nobody has taken up
 * @param escalateAfter after how long a critical alert escalates if it is not acknowledged
 * @param escalateHighAfter after how long a high alert escalates if it is not acknowledged
 * @param escalateEvery how often the program looks for alerts to escalate or to close
 * @param routineKeptFor how long an event of little weight (INFO, LOW), such as a sign-in, is kept
 * @param eventsKeptFor how long any other event is kept; those that an alert was raised for stay with it
 * @param streamsMax how many live streams one node holds open
 * @param streamPause how often a node looks for new events while it holds a stream open
 * @param streamHeartbeat after how long without an event a stream sends a heartbeat
 * @param streamLife after how long a stream ends; the browser then connects again, and its session is checked again
 */
@ConfigurationProperties(prefix = "fanz.monitoring", ignoreUnknownFields = false)
public record MonitoringSettings(
        @DefaultValue("10") @Between(min = "1", max = "1000")
        int bruteForceFailures,

        @DefaultValue("5m") @Between(min = "1m", max = "1d") Duration bruteForceWindow,

        @DefaultValue("30m") @Between(min = "1m", max = "30d")
        Duration bruteForceBlockTime,

        @DefaultValue("3") @Between(min = "1", max = "1000") int relatedEvents,

        @DefaultValue("10m") @Between(min = "1m", max = "1d")
        Duration relatedWindow,

        @DefaultValue("50") @Between(min = "2", max = "100000")
        int highFrom,

        @DefaultValue("500") @Between(min = "3", max = "1000000")
        int criticalFrom,

        @DefaultValue("24h") @Between(min = "10m", max = "90d")
        Duration expireAfter,

        @DefaultValue("5m") @Between(min = "10s", max = "1d")
        Duration escalateAfter,

        @DefaultValue("30m") @Between(min = "10s", max = "7d")
        Duration escalateHighAfter,

        @DefaultValue("15s") @Between(min = "1s", max = "10m")
        Duration escalateEvery,

        @DefaultValue("90d") @Between(min = "30d", max = "3650d")
        Duration routineKeptFor,

        @DefaultValue("400d") @Between(min = "30d", max = "3650d")
        Duration eventsKeptFor,

        @DefaultValue("64") @Between(min = "1", max = "2000")
        int streamsMax,

        @DefaultValue("500ms") @Between(min = "50ms", max = "10s")
        Duration streamPause,

        @DefaultValue("15s") @Between(min = "100ms", max = "1m")
        Duration streamHeartbeat,

        @DefaultValue("10m") @Between(min = "1s", max = "1h")
        Duration streamLife) {}
