package network.fanz.common;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;

/**
 * The languages in which the house speaks. English stands in the code and the templates, and is the key to the words of the others, which
 * stand in {@code words/<tag>.json}, one file a language. The reader's language is the request's; where nobody waits, it is English unless
 * a letter is written {@link #in} its reader's.
 */
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch");

    private final String tag;
    private final String title;
    private final Locale locale;

    Language(String tag, String title) {
        this.tag = tag;
        this.title = title;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** As BCP 47 writes it, such as {@code de}. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String title() {
        return title;
    }

    public Locale locale() {
        return locale;
    }

    /** What stands before an amount's decimals. */
    public char decimalSign() {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }

    /** The language of that tag; null for any other word. */
    public static @Nullable Language tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElse(null);
    }

    /** The first of these that is spoken here; English if none is. */
    public static Language among(List<Locale> wanted) {
        return wanted.stream()
                .map(locale -> tagged(locale.getLanguage()))
                .filter(language -> language != null)
                .findFirst()
                .orElse(ENGLISH);
    }

    /** That of whoever reads what is being written now. */
    public static Language current() {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        Locale locale = reader == null ? null : reader.getLocale();
        Language language = locale == null ? null : tagged(locale.getLanguage());
        return language == null ? ENGLISH : language;
    }

    /** Does the work for a reader of that language who does not wait for it, such as that of a letter. */
    public static <T> T in(Language language, Supplier<T> work) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocaleContext(new SimpleLocaleContext(language.locale));
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** The text in the reader's language; as it stands where that language has no words for it. */
    public static String say(String english) {
        return Dictionary.of(current()).words(english);
    }

    /**
     * For the attribute {@code lang} of a text that was stored in English, perhaps with values in it, and then said: null where it came in the
     * reader's language.
     */
    public static @Nullable String tagOf(String said) {
        return current() == ENGLISH || Dictionary.of(current()).hasSaid(said) ? null : ENGLISH.tag;
    }

    /**
     * The sentence in the reader's language, with its values in their places.
     *
     * @param english with <code>{0}</code>, <code>{1}</code> and so on for the values, as ICU's {@code MessageFormat} reads it
     * @param values texts as they are to be read, numbers, or sentences, which are said too
     */
    public static String say(String english, Object... values) {
        return new Sentence(english, List.of(values)).said();
    }

    /** Such as {@code 1,234.50}, grouped, with a true minus sign, as the reader's language writes it. */
    public static String number(BigDecimal value, int decimals) {
        return String.format(current().locale, "%,." + decimals + "f", value).replace('-', '−');
    }
}
