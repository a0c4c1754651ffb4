package network.fanz.security.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the rules.
 *
 * @param bruteForceFailures more failed proofs than this from one address within the window are an attack
 * @param bruteForceWindow the window of that
 * @param blockTime how long the address is refused then; capped by the settings of the limits
 * @param relatedEvents more suspicious events than this about one account, or from one address, within the window belong together
 * @param relatedWindow the window of that, and of equal alerts that are counted as one
 * @param escalateAfter how long a critical alert may wait for somebody
 * @param escalateHighAfter how long a high one may
 * @param escalateEvery how often the program looks for such
 * @param streamsMax how many live streams one node holds open
 * @param streamPause how often a node looks for new events while somebody watches
 * @param streamHeartbeat how long a stream is silent at most
 * @param streamLife after this long a stream ends and the browser comes back, so that its session is looked at again
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
