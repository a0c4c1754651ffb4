package network.fanz.platform.events;

import java.time.Duration;
import network.fanz.common.Between;
import network.fanz.common.TakesFrom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are delivered.
 *
 * @param batchMax events a transaction handles at most
 * @param batchTimeMax a batch takes no further event after this time: a long transaction holds up the watermark for everybody
 * @param workersMax subscriptions that handle a batch at the same time on this node: a bound on connections
 * @param gather least time between two moves of the watermark: in a busy moment events come in batches of this length, and nobody is
 *     woken for each of them
 * @param poll how often to look for events of other nodes; this node's own need no poll
 * @param retriesMax how often a parked event is tried again before it waits for somebody
 * @param retryDelay wait before the first retry; each further wait is five times longer
 * @param pauseMax longest wait between two tries while the database cannot be reached
 * @param stopMax how long a stop waits for running batches
 * @param delayMax a subscription that has had something to do for longer is an alarm, and half as long is to be looked at
 * @param passingKeptFor how long the log keeps what strangers cause, such as a failed sign-in, once every subscription has seen it
 * @param watermarkAgeMax an older watermark makes the health state "down": some transaction never ends
 */
@ConfigurationProperties(prefix = "fanz.events", ignoreUnknownFields = false)
public record EventSettings(
        @DefaultValue("1000") @Between(min = "1", max = "10000")
        int batchMax,

        @DefaultValue("100ms") @Between(min = "1ms", max = "2s")
        Duration batchTimeMax,

        @DefaultValue("4") @Between(min = "1", max = "64") @TakesFrom("fanz.postgres.connections-max")
        int workersMax,

        @DefaultValue("100ms") @Between(min = "0s", max = "5s")
        Duration gather,

        @DefaultValue("50ms") @Between(min = "10ms", max = "10s")
        Duration poll,

        @DefaultValue("4") @Between(min = "0", max = "6") int retriesMax,

        @DefaultValue("200ms") @Between(min = "10ms", max = "1m")
        Duration retryDelay,

        @DefaultValue("5s") @Between(min = "100ms", max = "1m")
        Duration pauseMax,

        @DefaultValue("10s") @Between(min = "0s", max = "1m")
        Duration stopMax,

        @DefaultValue("20s") @Between(min = "1s", max = "1h")
        Duration delayMax,

        @DefaultValue("10m") @Between(min = "1m", max = "1d")
        Duration passingKeptFor,

        @DefaultValue("45s") @Between(min = "1s", max = "1h", notBelow = "fanz.postgres.transaction-timeout")
        Duration watermarkAgeMax) {}
