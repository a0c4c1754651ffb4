package network.fanz.content.compliance.verification;

import java.time.Duration;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Numbers of the checks of creators' identity.
 *
 * @param provider the provider of identity checks by name; without it the only one there is
 * @param askAfter until the provider is asked about a check of which it has sent no message; doubles with every question
 * @param askAfterMax the longest it doubles to
 * @param givesUpAfter how long a check may wait for the creator, or for an answer, until it ends without one
 * @param peopleCalledAfter how long a check may wait in one state until people are called
 * @param jobPeriod how often the job looks for checks about which the provider is to be asked
 * @param jobBatchMax about how many checks the job asks at once
 */
@ConfigurationProperties(prefix = "fanz.compliance", ignoreUnknownFields = false)
public record VerificationSettings(
        @Nullable String provider,

        @DefaultValue("2m") @Between(min = "1s", max = "1d") Duration askAfter,

        @DefaultValue("1h") @Between(min = "1s", max = "7d", notBelow = "fanz.compliance.ask-after")
        Duration askAfterMax,

        @DefaultValue("7d") @Between(min = "1h", max = "90d")
        Duration givesUpAfter,

        @DefaultValue("3d") @Between(min = "1m", max = "90d")
        Duration peopleCalledAfter,

        @DefaultValue("1s") @Between(min = "250ms", max = "1h")
        Duration jobPeriod,

        @DefaultValue("20") @Between(min = "1", max = "1000")
        int jobBatchMax) {}
