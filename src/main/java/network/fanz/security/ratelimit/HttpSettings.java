package network.fanz.security.ratelimit;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands between the clients and this program.
 *
 * @param trustedProxies networks such as {@code 10.0.0.0/8} or {@code fd00::/8} whose word on where a request comes from is taken;
 *     none by default
 */
@ConfigurationProperties(prefix = "fanz.http", ignoreUnknownFields = false)
record HttpSettings(@DefaultValue List<String> trustedProxies) {}
