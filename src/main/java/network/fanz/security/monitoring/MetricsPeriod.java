package network.fanz.security.monitoring;

import java.time.Duration;
import java.time.Instant;
import network.fanz.common.Period;

/** A period that ends now. */
public enum MetricsPeriod {
    LAST_HOUR(Duration.ofHours(1)),
    LAST_24H(Duration.ofHours(24)),
    LAST_7D(Duration.ofDays(7)),
    LAST_30D(Duration.ofDays(30));

    private final Duration length;

    MetricsPeriod(Duration length) {
        this.length = length;
    }

    /** Half-open: the end itself is excluded. */
    Period endingAt(Instant now) {
        return Period.last(length, now);
    }
}
