package network.fanz.web;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the front ends are.
 *
 * @param parentDomain the domain whose sub-domains are the brands
 */
@ConfigurationProperties(prefix = "fanz.web", ignoreUnknownFields = false)
record WebSettings(@DefaultValue("fanz.localhost") String parentDomain) {
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    WebSettings {
        if (!DOMAIN.matcher(parentDomain).matches()) {
            throw new IllegalArgumentException(
                    "fanz.web.parent-domain is a domain name in small letters: " + parentDomain);
        }
    }
}
