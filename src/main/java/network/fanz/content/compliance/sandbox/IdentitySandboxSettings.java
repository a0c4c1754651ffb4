package network.fanz.content.compliance.sandbox;

import java.time.Duration;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox's vendor of identity checks.
 *
 * @param signingKey what its messages are signed with; without it one is made for as long as the program runs
 * @param replayWindow how old a message may be
 * @param looksFor how long its people look at what is in doubt
 * @param pageTime how long its page waits for a person
 * @param retryDelay until a message that was not taken is sent again; doubles every time
 * @param callTimeout how long our side waits for an answer of its API
 */
@ConfigurationProperties(prefix = "fanz.sandbox.identity", ignoreUnknownFields = false)
record IdentitySandboxSettings(
        @Nullable String signingKey,
        @DefaultValue("5m") @Between(min = "1s", max = "1d") Duration replayWindow,

        @DefaultValue("20s") @Between(min = "0s", max = "30d")
        Duration looksFor,

        @DefaultValue("1d") @Between(min = "1s", max = "30d")
        Duration pageTime,

        @DefaultValue("1s") @Between(min = "100ms", max = "1h")
        Duration retryDelay,

        @DefaultValue("10s") @Between(min = "100ms", max = "2m")
        Duration callTimeout) {}
