package network.fanz.platform.vault;

import java.nio.file.Path;
import java.time.Duration;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where keys live and how long they stay in memory.
 *
 * @param folder the key folder, shared by all nodes; without it {@code keys} in the data folder
 * @param keptFor how long a person's key stays in memory, which is how long another node may still read a forgotten person
 * @param keysMax how many keys stay in memory at most
 */
@ConfigurationProperties(prefix = "fanz.vault", ignoreUnknownFields = false)
record VaultSettings(
        @Nullable Path folder,

        @DefaultValue("10s") @Between(min = "0s", max = "10m")
        Duration keptFor,

        @DefaultValue("10000") @Between(min = "1", max = "1000000")
        int keysMax) {}
