package network.fanz.content.compliance;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import network.fanz.common.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * When and where a work was made.
 *
 * @param on the first day of its original production, as its producer's calendar said
 * @param zone the time zone of that calendar; null if nobody knows it
 * @param country where it was made, ISO 3166-1 alpha-2
 */
public record Production(LocalDate on, @Nullable ZoneId zone, String country) {
    /** Nowhere does a day begin earlier, and nowhere does one end later. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /**
     * A zone as people name it.
     *
     * @return null where nothing is typed
     * @throws InvalidField if there is none of that name
     */
    public static @Nullable ZoneId zone(String field, String typed) {
        try {
            return typed.isBlank() ? null : ZoneId.of(typed.strip());
        } catch (DateTimeException unknown) {
            throw new InvalidField(field, "Name a time zone, such as Europe/Berlin.");
        }
    }

    /** The earliest moment that the day can mean. */
    Instant earliest() {
        return on.atStartOfDay(zone == null ? FIRST : zone).toInstant();
    }

    /** The moment after the latest that the day can mean. */
    Instant latest() {
        return on.plusDays(1).atStartOfDay(zone == null ? LAST : zone).toInstant();
    }

    /** The moment at which a day is over for the first to see it end. */
    static Instant firstEndOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(FIRST).toInstant();
    }

    /** The day that it is where days begin last. */
    static LocalDate lastDayAt(Instant moment) {
        return LocalDate.ofInstant(moment, LAST);
    }
}
