package network.fanz.content.moderation;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the banks hold, and how people look at what waits for them.
 *
 * @param hashesMax how many hashes are in force in all banks together; a million PDQ hashes take about 110 MB of memory on each node
 * @param claimFor how long something that a moderator has in hand is kept for them; then others may take it
 * @param undoFor how long a decision waits before it takes effect; until then it can be undone
 * @param breakAfter after how many items of a day a moderator is told to have a break
 */
@ConfigurationProperties(prefix = "fanz.moderation", ignoreUnknownFields = false)
public record ModerationSettings(
        @DefaultValue("2000000") @Between(min = "1000", max = "20000000")
        long hashesMax,

        @DefaultValue("10m") @Between(min = "10s", max = "2h")
        Duration claimFor,

        @DefaultValue("20s") @Between(min = "0s", max = "10m")
        Duration undoFor,

        @DefaultValue("100") @Between(min = "1", max = "10000")
        int breakAfter) {}
