package network.fanz.security.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the rules.
 *
 * @param bruteForceFailures more failed proofs than this from one address within the window are an attack
 * @param bruteForceWindow the window in which failed proofs are counted
 * @param blockTime how long an attacking address is refused; capped by the settings of the limits
 * @param relatedEvents more suspicious events than this about one account, or from one address, within the window belong together
 * @param relatedWindow the window of related events, and of equal alerts that are counted as one
 * @param escalateAfter after how long a critical alert escalates if it is not acknowledged
 * @param escalateHighAfter after how long a high alert escalates if it is not acknowledged
 * @param escalateEvery how often the program looks for alerts to escalate
 * @param streamsMax how many live streams one node holds open
 * @param streamPause how often a node looks for new events while it holds a stream open
 * @param streamHeartbeat after how long without an event a stream sends a heartbeat
 * @param streamLife after how long a stream ends; the browser then connects again, and its session is checked again
 */
@ConfigurationProperties(prefix = "fanz.monitoring", ignoreUnknownFields = false)
public record MonitoringSettings(
        @DefaultValue("10") int bruteForceFailures,
        @DefaultValue("5m") Duration bruteForceWindow,
        @DefaultValue("30m") Duration blockTime,
        @DefaultValue("3") int relatedEvents,
        @DefaultValue("10m") Duration relatedWindow,
        @DefaultValue("5m") Duration escalateAfter,
        @DefaultValue("30m") Duration escalateHighAfter,
        @DefaultValue("15s") Duration escalateEvery,
        @DefaultValue("64") int streamsMax,
        @DefaultValue("500ms") Duration streamPause,
        @DefaultValue("15s") Duration streamHeartbeat,
        @DefaultValue("10m") Duration streamLife) {}
