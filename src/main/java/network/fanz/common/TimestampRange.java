package network.fanz.common;

import java.time.Instant;

/** The years 1 to 9999: what ISO 8601 writes in four digits, and what every database and client can take. */
public final class TimestampRange {
    private static final Instant START = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    private TimestampRange() {}

    /**
     * @param field the input's field that is to blame
     * @throws InvalidField if the moment lies outside
     */
    public static Instant check(String field, Instant moment) {
        if (moment.isBefore(START) || moment.isAfter(END)) {
            throw new InvalidField(field, "A time lies in the years 1 to 9999.");
        }
        return moment;
    }
}
