package network.fanz.platform.idempotency;

import java.time.Duration;
import java.util.List;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long answers are kept, and what needs no key.
 *
 * @param keptFor how long an answer is kept, a day at least
 * @param keptForStrangers how long an answer to somebody who is not signed in is kept: long enough for a repeat, and short enough that
 *     nobody fills the table
 * @param lease how long a request may run before another node takes its key over; longer than any transaction
 * @param requestMax the largest body of a changing request
 * @param answerMax the largest answer that is stored; a larger one is given once
 * @param exempt changing requests below these follow a protocol of their own that knows no key
 */
@ConfigurationProperties(prefix = "fanz.idempotency", ignoreUnknownFields = false)
record IdempotencySettings(
        @DefaultValue("25h") @Between(min = "1d", max = "90d")
        Duration keptFor,

        @DefaultValue("10m") @Between(min = "1m", max = "1h")
        Duration keptForStrangers,

        @DefaultValue("2m") @Between(min = "1m", max = "1h", notBelow = "fanz.postgres.transaction-timeout")
        Duration lease,

        @DefaultValue("1MB") @Between(min = "16KB", max = "16MB")
        DataSize requestMax,

        @DefaultValue("1MB") @Between(min = "1KB", max = "16MB")
        DataSize answerMax,

        @DefaultValue({
            "/oauth2",
            "/login",
            "/webauthn",
            "/logout",
            "/connect",
            "/webhooks",
            "/sandbox",
            "/scheme",
            "/actuator"
        })
        List<String> exempt) {
    public IdempotencySettings {
        if (exempt.stream().anyMatch(path -> "/api/v1/payments".startsWith(path))) {
            throw new IllegalArgumentException(
                    "fanz.idempotency.exempt names a path above /api/v1/payments, where every request needs its key.");
        }
    }

    Duration keptFor(boolean stranger) {
        return stranger ? keptForStrangers : keptFor;
    }

    boolean exempts(String path) {
        return exempt.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
