package network.fanz.common;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Texts of ids, numbers and times in the one form that each has; libraries take more than that. */
public final class CanonicalText {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Pattern NUMBER_FORM = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    private CanonicalText() {}

    /**
     * As RFC 9562 writes it; large letters are small ones there.
     *
     * @throws IllegalArgumentException for what is shorter or has something around it
     */
    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("This is no UUID.");
        }
        return UUID.fromString(text);
    }

    /** @throws IllegalArgumentException for a plus sign, a zero in front, other digits, or a space */
    public static long number(String text) {
        if (!NUMBER_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("This is no whole number.");
        }
        return Long.parseLong(text);
    }

    /** @throws IllegalArgumentException for what is no time of ISO 8601 with its zone */
    public static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException("This is no time, such as 2026-05-01T00:00:00Z.", other);
        }
    }
}
