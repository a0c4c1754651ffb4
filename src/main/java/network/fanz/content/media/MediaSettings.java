package network.fanz.content.media;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much creators may send, and how long what is not finished waits for the rest.
 *
 * @param fileMax the largest file
 * @param unfinishedPerAccount how many files of one account may be unfinished at once
 * @param begunPerDay how many files one account may begin in 24 hours
 * @param bytesPerDay how many bytes one account may send in 24 hours, files that it has begun counted whole
 * @param bytesPerAccount how many bytes one account may have, files that it has begun counted whole
 * @param unfinishedFor how long an unfinished file waits for its next byte
 * @param goneFor how long whoever asks for a file that was deleted or has expired is told so
 */
@ConfigurationProperties(prefix = "fanz.media", ignoreUnknownFields = false)
record MediaSettings(
        @DefaultValue("20GB") @Between(min = "1MB", max = "1TB")
        DataSize fileMax,

        @DefaultValue("20") @Between(min = "1", max = "1000")
        int unfinishedPerAccount,

        @DefaultValue("500") @Between(min = "1", max = "100000")
        int begunPerDay,

        @DefaultValue("100GB") @Between(min = "1MB", max = "100TB")
        DataSize bytesPerDay,

        @DefaultValue("1TB") @Between(min = "1MB", max = "1000TB")
        DataSize bytesPerAccount,

        @DefaultValue("24h") @Between(min = "10m", max = "30d")
        Duration unfinishedFor,

        @DefaultValue("7d") @Between(min = "1d", max = "90d")
        Duration goneFor) {}
