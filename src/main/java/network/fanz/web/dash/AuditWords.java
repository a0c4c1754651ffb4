package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the actions of the audit log are called on pages; the words stand in {@code words/audit.properties}. */
public final class AuditWords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("words.audit", Locale.ROOT);

    private AuditWords() {}

    /** An action without words of its own is shown by its name. */
    public static String of(String action) {
        return hasWords(action)
                ? say(WORDS.getString(action))
                : EnumLabels.of(action.substring(action.lastIndexOf('.') + 1));
    }

    static boolean hasWords(String action) {
        return WORDS.containsKey(action);
    }
}
