package network.fanz.common;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time, [from, to), in UTC. */
public record Period(Instant from, Instant to) {
    public Period {
        TimestampRange.check("from", from);
        TimestampRange.check("to", to);
        if (!from.isBefore(to)) {
            throw new InvalidField("to", "A period ends after it starts.");
        }
    }

    public static Period last(Duration length, Instant now) {
        return new Period(now.minus(length), now);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
