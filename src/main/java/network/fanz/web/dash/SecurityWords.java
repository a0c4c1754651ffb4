package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import network.fanz.common.Language;
import network.fanz.security.monitoring.SecurityEvent;
import network.fanz.security.monitoring.SecurityEventSource;
import org.jspecify.annotations.Nullable;

/** What security events and what stands in them are called on pages; the words stand in {@code words/security.properties}. */
public final class SecurityWords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("words.security", Locale.ROOT);
    private static final Pattern CODE = Pattern.compile("[a-z]+(_[a-z]+)*");

    private SecurityWords() {}

    /** What the program has seen in its own words, in the reader's language; what another system reports, as that has written it. */
    public static String title(SecurityEvent event) {
        return event.reportedBy() == null ? title(event.title()) : event.title();
    }

    public static String description(SecurityEvent event) {
        return event.reportedBy() == null ? say(event.description()) : event.description();
    }

    /** For the attribute {@code lang} of a description. */
    public static @Nullable String tag(SecurityEvent event) {
        return event.reportedBy() == null ? Language.tagOf(description(event)) : null;
    }

    /** For the attribute {@code translate} of title and description. */
    public static @Nullable String translate(SecurityEvent event) {
        return event.reportedBy() == null ? null : "no";
    }

    /** A title without other words stands as it was written. */
    private static String title(String title) {
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
