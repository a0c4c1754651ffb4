package network.fanz.content.compliance.age;

import java.time.Duration;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Proofs of age.
 *
 * @param provider who is asked; needed only where there are several
 * @param openFor how long a proof that was begun may stay without an end
 * @param askAfter when the provider is asked that has sent no message
 * @param triesADay how many proofs one viewer may begin in 24 hours
 * @param jobPeriod how often the job looks for proofs about which the provider is to be asked
 * @param jobBatchMax about how many proofs the job asks at once
 */
@ConfigurationProperties(prefix = "fanz.age", ignoreUnknownFields = false)
record AgeSettings(
        @Nullable String provider,

        @DefaultValue("30m") @Between(min = "5m", max = "1d")
        Duration openFor,

        @DefaultValue("20s") @Between(min = "1s", max = "1h")
        Duration askAfter,

        @DefaultValue("10") @Between(min = "1", max = "100") int triesADay,

        @DefaultValue("1s") @Between(min = "250ms", max = "1h")
        Duration jobPeriod,

        @DefaultValue("50") @Between(min = "1", max = "1000")
        int jobBatchMax) {}
