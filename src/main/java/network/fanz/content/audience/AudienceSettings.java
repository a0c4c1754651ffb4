package network.fanz.content.audience;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How views are counted and how long they are kept.
 *
 * @param underWayMax how many viewers' looks a node holds in memory until they are written; half of it at the most for who has no account
 * @param writtenAfter how long a look is held in memory before the next one writes it
 * @param viewsKeptFor how long single views are kept; the totals of their days stay
 * @param historyKeptFor how long a fan's history keeps what was not watched again
 */
@ConfigurationProperties(prefix = "fanz.audience", ignoreUnknownFields = false)
record AudienceSettings(
        @DefaultValue("20000") @Between(min = "100", max = "1000000")
        int underWayMax,

        @DefaultValue("2s") @Between(min = "0s", max = "1m") Duration writtenAfter,

        @DefaultValue("90d") @Between(min = "7d", max = "400d")
        Duration viewsKeptFor,

        @DefaultValue("365d") @Between(min = "1d", max = "3650d")
        Duration historyKeptFor) {}
