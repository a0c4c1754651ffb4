package network.fanz.platform.health;

import org.jspecify.annotations.Nullable;

/**
 * What an operator must know about one part of the program, in an operator's words.
 *
 * @param part what an operator calls it
 * @param level whether anything must be done
 * @param says one or two sentences
 * @param todo what to do about it; null while all works
 */
public record PartReport(
        String part, Level level, String says, @Nullable String todo) {
    /** From best to worst. */
    public enum Level {
        WORKS,
        /** To be looked at today. */
        ATTENTION,
        /** To be looked at now. */
        ALARM
    }

    public static PartReport works(String part, String says) {
        return new PartReport(part, Level.WORKS, says, null);
    }

    public static PartReport attention(String part, String says, String todo) {
        return new PartReport(part, Level.ATTENTION, says, todo);
    }

    public static PartReport alarm(String part, String says, String todo) {
        return new PartReport(part, Level.ALARM, says, todo);
    }

    public boolean isAlarm() {
        return level == Level.ALARM;
    }

    public boolean works() {
        return level == Level.WORKS;
    }
}
