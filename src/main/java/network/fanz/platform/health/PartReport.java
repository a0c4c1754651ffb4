package network.fanz.platform.health;

import static network.fanz.common.Language.say;

import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What an operator must know about one part of the program, in an operator's words.
 *
 * @param part what an operator calls it
 * @param level whether anything must be done
 * @param finding one or two sentences
 * @param advice what to do about it; null while all works
 */
public record PartReport(
        String part,
        Level level,
        Sentence finding,
        @Nullable Sentence advice) {
    /** From best to worst. */
    public enum Level {
        WORKS,
        /** To be looked at today. */
        ATTENTION,
        /** To be looked at now. */
        ALARM
    }

    public static PartReport works(String part, String says) {
        return works(part, Sentence.of(says));
    }

    public static PartReport works(String part, Sentence says) {
        return new PartReport(part, Level.WORKS, says, null);
    }

    public static PartReport attention(String part, String says, String todo) {
        return attention(part, Sentence.of(says), Sentence.of(todo));
    }

    public static PartReport attention(String part, Sentence says, Sentence todo) {
        return new PartReport(part, Level.ATTENTION, says, todo);
    }

    public static PartReport alarm(String part, String says, String todo) {
        return alarm(part, Sentence.of(says), Sentence.of(todo));
    }

    public static PartReport alarm(String part, Sentence says, Sentence todo) {
        return new PartReport(part, Level.ALARM, says, todo);
    }

    public boolean isAlarm() {
        return level == Level.ALARM;
    }

    public boolean works() {
        return level == Level.WORKS;
    }

    /** What is, in English: for logs and for programs. */
    public String says() {
        return finding.english();
    }

    /** What to do about it, in English; null while all works. */
    public @Nullable String todo() {
        return advice == null ? null : advice.english();
    }

    /** The part, as the reader's language calls it. */
    public String title() {
        return say(part);
    }

    /** What is, in the reader's language. */
    public String said() {
        return finding.said();
    }

    /** What to do about it, in the reader's language; null while all works. */
    public @Nullable String advised() {
        return advice == null ? null : advice.said();
    }
}
