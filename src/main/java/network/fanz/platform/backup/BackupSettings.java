package network.fanz.platform.backup;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How backups are watched.
 *
 * @param ageMax how old the last backup may be before the page of health asks for another
 */
@ConfigurationProperties(prefix = "fanz.backup", ignoreUnknownFields = false)
record BackupSettings(
        @DefaultValue("2d") @Between(min = "1h", max = "366d")
        Duration ageMax) {}
