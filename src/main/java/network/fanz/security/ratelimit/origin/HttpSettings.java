package network.fanz.security.ratelimit.origin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The proxies between clients and this program, and where addresses lie.
 *
 * @param trustedProxies networks, such as {@code 10.0.0.0/8} or {@code fd00::/8}, of proxies that are believed when they say where a
 *     request comes from; none by default
 * @param countryTable a file of networks and their countries, such as {@code 192.0.2.0/24,DE} below the heading
 *     {@code network,country}; read again when it changes. Without it no address has a country
 */
@ConfigurationProperties(prefix = "fanz.http", ignoreUnknownFields = false)
record HttpSettings(
        @DefaultValue List<String> trustedProxies, @Nullable Path countryTable) {
    HttpSettings {
        if (countryTable != null && !Files.isReadable(countryTable)) {
            throw new IllegalArgumentException(
                    "fanz.http.country-table is " + countryTable + ", which is not there or may not be read.");
        }
    }
}
