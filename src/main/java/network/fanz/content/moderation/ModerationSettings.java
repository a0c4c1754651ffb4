package network.fanz.content.moderation;

import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the banks hold.
 *
 * @param hashesMax how many hashes are in force in all banks together; a million PDQ hashes take about 110 MB of memory on each node
 */
@ConfigurationProperties(prefix = "fanz.moderation", ignoreUnknownFields = false)
record ModerationSettings(
        @DefaultValue("2000000") @Between(min = "1000", max = "20000000")
        long hashesMax) {}
