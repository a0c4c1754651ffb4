package network.fanz.web.show;

import java.time.Duration;

/** How pages write how long something takes or took. */
public final class Lengths {
    private Lengths() {}

    /** How long to wait, in words and never too short, such as {@code 2 hours}. */
    public static String waiting(long seconds) {
        if (seconds < 120) {
            return number(seconds, "second");
        }
        if (seconds < Duration.ofHours(2).toSeconds()) {
            return number(Math.ceilDiv(seconds, 60), "minute");
        }
        return number(Math.ceilDiv(seconds, 3600), "hour");
    }

    private static String number(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** Such as {@code 3 min} or {@code 2 days}: the largest unit that fits, rounded down. */
    public static String length(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + (duration.toDays() == 1 ? " day" : " days");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
