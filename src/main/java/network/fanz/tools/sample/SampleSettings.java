package network.fanz.tools.sample;

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
        @DefaultValue("91") int days,
        @DefaultValue("9") int creators,
        @DefaultValue("36") int fans) {}
