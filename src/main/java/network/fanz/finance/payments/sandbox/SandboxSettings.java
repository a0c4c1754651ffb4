package network.fanz.finance.payments.sandbox;

import java.time.Duration;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox vendor.
 *
 * @param signingKey what its messages are signed with; without it one is made for as long as the program runs
 * @param replayWindow how old a message may be
 * @param resolvesAfter how long its bank leaves a payment without an answer, for the cards that do so
 * @param messageDelay how long a delayed message takes
 * @param retryDelay until a message that was not taken is sent again; doubles every time
 * @param callTimeout how long our side waits for an answer of its API
 */
@ConfigurationProperties(prefix = "fanz.sandbox.payments", ignoreUnknownFields = false)
record SandboxSettings(
        @Nullable String signingKey,
        @DefaultValue("5m") @Between(min = "1s", max = "1d") Duration replayWindow,

        @DefaultValue("6s") @Between(min = "0s", max = "30d")
        Duration resolvesAfter,

        @DefaultValue("4s") @Between(min = "0s", max = "1d") Duration messageDelay,

        @DefaultValue("1s") @Between(min = "100ms", max = "1h")
        Duration retryDelay,

        @DefaultValue("10s") @Between(min = "100ms", max = "2m")
        Duration callTimeout) {}
