package network.fanz.finance.letters;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Letters about money.
 *
 * @param newsFor how long ago a thing may have happened to be told by letter: so a program that learns to write letters does not begin
 *     with those of years, and one that was stopped for longer leaves them out
 */
@ConfigurationProperties(prefix = "fanz.letters", ignoreUnknownFields = false)
record LetterSettings(
        @DefaultValue("7d") @Between(min = "1h", max = "90d")
        Duration newsFor) {}
