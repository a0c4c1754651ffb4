package network.fanz.tools.sample;

import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sample.
 *
 * @param make whether this start fills its data folder, which must be empty, with a sample
 * @param days how far back it begins
 * @param creators how many creators it has
 * @param fans how many fans it has
 */
@ConfigurationProperties(prefix = "fanz.sample", ignoreUnknownFields = false)
record SampleSettings(
        @DefaultValue("false") boolean make,
        @DefaultValue("91") @Between(min = "2", max = "250") int days,
        @DefaultValue("9") @Between(min = "1", max = "99") int creators,
        @DefaultValue("36") @Between(min = "1", max = "500") int fans) {}
