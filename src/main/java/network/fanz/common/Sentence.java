package network.fanz.common;

import com.ibm.icu.text.MessageFormat;
import java.io.Serializable;
import java.util.List;

/**
 * A sentence of the house that is made before it is known in which language it is read, or that is kept: it stays English with places for
 * its values, and is {@link #said} to each reader in theirs.
 *
 * @param pattern English, with <code>{0}</code>, <code>{1}</code> and so on for the values, as ICU's {@code MessageFormat} reads it; what
 *     has no values is no pattern, and may hold braces
 * @param values texts as they are to be read, numbers, amounts, or sentences
 */
public record Sentence(String pattern, List<Object> values) implements Serializable {
    public Sentence {
        values = List.copyOf(values);
    }

    public static Sentence of(String pattern, Object... values) {
        return new Sentence(pattern, List.of(values));
    }

    /** In English, as logs and records have it. */
    public String english() {
        return in(Language.ENGLISH);
    }

    /** In the language of whoever reads what is being written now. */
    public String said() {
        return in(Language.current());
    }

    private String in(Language language) {
        String words = Dictionary.of(language).words(pattern);
        if (values.isEmpty()) {
            return words;
        }
        boolean counts = words.contains(", plural");
        Object[] shown =
                values.stream().map(value -> shown(value, counts, language)).toArray();
        return new MessageFormat(words, language.locale()).format(shown);
    }

    /** A number stays one where a form of words depends on it; else it stands as it is, for it may be a year or a version. */
    private static Object shown(Object value, boolean counts, Language language) {
        return switch (value) {
            case Sentence inner -> inner.in(language);
            case Money money -> money.grouped(language);
            case Number number when counts -> number;
            default -> value.toString();
        };
    }
}
