package network.fanz.content.compliance.agreement;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the agreement with creators stands.
 *
 * @param folder the operator's own versions, {@code provider-agreement-1.txt} and so on, in the place of the program's; the first line of
 *     each is its title
 */
@ConfigurationProperties(prefix = "fanz.provider-agreement", ignoreUnknownFields = false)
public record AgreementSettings(@Nullable String folder) {}
