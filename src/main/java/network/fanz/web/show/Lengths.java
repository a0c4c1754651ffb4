package network.fanz.web.show;

import static network.fanz.common.Language.say;

import java.time.Duration;

/** How pages write how long something takes or took. */
public final class Lengths {
    private Lengths() {}

    /** How long to wait, in words and never too short, such as {@code 2 hours}. */
    public static String waiting(long seconds) {
        if (seconds < 120) {
            return say(seconds == 1 ? "{0} second" : "{0} seconds", seconds);
        }
        if (seconds < Duration.ofHours(2).toSeconds()) {
            return say("{0} minutes", Math.ceilDiv(seconds, 60));
        }
        return say("{0} hours", Math.ceilDiv(seconds, 3600));
    }

    /** Such as {@code 3 min} or {@code 2 days}: the largest unit that fits, rounded down. */
    public static String length(Duration duration) {
        if (duration.toDays() > 0) {
            return say(duration.toDays() == 1 ? "{0} day" : "{0} days", duration.toDays());
        }
        if (duration.toHours() > 0) {
            return say("{0} h", duration.toHours());
        }
        return duration.toMinutes() > 0 ? say("{0} min", duration.toMinutes()) : say("{0} s", duration.toSeconds());
    }
}
