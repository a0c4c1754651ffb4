package network.fanz.content.compliance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How long a record is kept: seven years from its creation or from what was last amended or added (28 CFR 75.4). */
public final class RecordRetention {
    private static final int YEARS = 7;

    private RecordRetention() {}

    /** @param last when the record was made, amended or added to */
    public static Instant keptUntil(Instant last) {
        ZonedDateTime from = last.atZone(ZoneOffset.UTC);
        ZonedDateTime until = from.plusYears(YEARS);
        // From a 29 February on, the years are full when the next 28 February is over.
        boolean sameDay = until.getDayOfMonth() == from.getDayOfMonth();
        return (sameDay ? until : until.plusDays(1).truncatedTo(ChronoUnit.DAYS)).toInstant();
    }

    /** What was last touched before this may go. */
    public static Instant lastTouchedBefore(Instant now) {
        return now.atZone(ZoneOffset.UTC).minusYears(YEARS).toInstant();
    }
}
