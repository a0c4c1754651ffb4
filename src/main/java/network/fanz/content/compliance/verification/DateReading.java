package network.fanz.content.compliance.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates on documents name no time zone. They are read in the zone that makes the house the more careful. */
public final class DateReading {
    private static final int ADULT = 18;
    private static final int OLDEST = 130;
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private DateReading() {}

    /**
     * Whether somebody is 18 or older wherever they were born. The birthday counts when it has come everywhere; whoever was born on 29
     * February has it on 1 March in a common year. Nobody is believed to be older than anybody has become.
     */
    public static boolean isAdult(LocalDate born, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, LAST_ZONE);
        LocalDate birthday = born.plusYears(ADULT);
        if (born.getDayOfMonth() != birthday.getDayOfMonth()) {
            birthday = birthday.plusDays(1);
        }
        return !today.isBefore(birthday) && today.isBefore(born.plusYears(OLDEST));
    }

    /** Whether a document's last day is over anywhere. */
    public static boolean isOver(LocalDate lastDay, Instant now) {
        return firstDate(now).isAfter(lastDay);
    }

    /** The date where a day begins first. */
    static LocalDate firstDate(Instant now) {
        return LocalDate.ofInstant(now, FIRST_ZONE);
    }
}
