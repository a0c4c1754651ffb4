package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import network.fanz.security.monitoring.SecurityEventSource;

/** What security events and what stands in them are called on pages; the words stand in {@code words/security.properties}. */
public final class SecurityWords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("words.security", Locale.ROOT);
    private static final Pattern CODE = Pattern.compile("[a-z]+(_[a-z]+)*");

    private SecurityWords() {}

    /** A title without other words stands as it was written. */
    public static String title(String title) {
        String key = title.toLowerCase(Locale.ROOT).replace(' ', '_');
        return say(WORDS.containsKey(key) ? WORDS.getString(key) : title);
    }

    public static String source(SecurityEventSource source) {
        return code(EnumLabels.value(source));
    }

    /** What an event says beside its title: a code in words, anything else as it is. */
    public static String value(String value) {
        return CODE.matcher(value).matches() ? code(value) : value;
    }

    private static String code(String code) {
        return WORDS.containsKey(code) ? say(WORDS.getString(code)) : EnumLabels.of(code);
    }
}
