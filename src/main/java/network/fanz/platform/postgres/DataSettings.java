package network.fanz.platform.postgres;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this installation keeps its files.
 *
 * @param folder made at the first start
 */
@ConfigurationProperties(prefix = "fanz.data", ignoreUnknownFields = false)
public record DataSettings(@DefaultValue("data") Path folder) {}
