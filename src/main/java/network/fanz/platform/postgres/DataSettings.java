package network.fanz.platform.postgres;

import java.nio.file.Path;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where this installation keeps its files.
 *
 * @param folder made at the first start
 * @param freeMin less free space on the folder's disk than this is an alarm, and less than twice as much is to be looked at; the
 *     write-ahead log alone may take 2 GB
 */
@ConfigurationProperties(prefix = "fanz.data", ignoreUnknownFields = false)
public record DataSettings(
        @DefaultValue("data") Path folder,

        @DefaultValue("3GB") @Between(min = "100MB", max = "1024GB")
        DataSize freeMin) {}
