package network.fanz.security.monitoring.ingestion;

import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/** Text for the log: short, and without email or network addresses. Card numbers cannot reach any field. */
public final class LogText {
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])");

    private LogText() {}

    static String required(String field, @Nullable String text, int lengthMax) {
        if (text == null || text.isBlank()) {
            throw new InvalidField(field, "This is needed.");
        }
        return checked(field, text.strip(), lengthMax);
    }

    static @Nullable String optional(String field, @Nullable String text, int lengthMax) {
        return text == null || text.isBlank() ? null : checked(field, text.strip(), lengthMax);
    }

    static String checked(String field, String text, int lengthMax) {
        if (text.length() > lengthMax) {
            throw new InvalidField(field, Sentence.of("At most {0} characters.", lengthMax));
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidField(field, "No control characters.");
        }
        if (MAIL.matcher(text).find() || ADDRESS.matcher(text).find()) {
            throw new InvalidField(field, "No personal data in a log: name an account by its id.");
        }
        return text;
    }
}
