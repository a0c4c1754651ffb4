package network.fanz.web.dash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import network.fanz.common.InvalidField;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.security.monitoring.AlertState;
import network.fanz.security.monitoring.Severity;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;

/** How pages write the words of closed lists. */
public final class EnumLabels {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private EnumLabels() {}

    /** Such as {@code Threat detected}. */
    public static String of(Enum<?> word) {
        return of(value(word));
    }

    /** The same for a word that is no enum's here. */
    public static String of(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1).replace('_', ' ');
    }

    /** The payment that a posting stands for; null where it stands for something else, or was recorded by hand with an id of its own. */
    public static @Nullable String payment(JournalLine line) {
        boolean named =
                line.referenceType().equals("payment") || line.referenceType().equals("refund");
        return named && UUID.matcher(line.referenceId()).matches() ? line.referenceId() : null;
    }

    /** As addresses write it: {@code threat_detected}. */
    public static String value(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** The class of a severity's chip. */
    public static String tone(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "bad";
            case HIGH -> "warn";
            case MEDIUM -> "info";
            case LOW, INFO -> "";
        };
    }

    /** The class of an alert's line in the queue. */
    public static String mark(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "crit";
            case HIGH -> "high";
            case MEDIUM -> "med";
            case LOW, INFO -> "low";
        };
    }

    public static String tone(AlertState state) {
        return switch (state) {
            case NEW -> "warn";
            case ACKNOWLEDGED -> "acc";
            case CONTAINED -> "info";
            case CLOSED -> "ok";
        };
    }

    /** The end of a keyed hash: enough to see whether two are the same. */
    public static String hash(String hash) {
        return "…" + hash.substring(Math.max(0, hash.length() - 8));
    }

    /** Words as a field's choices. */
    public static <E extends Enum<E>> Map<String, String> choices(Collection<E> words) {
        Map<String, String> choices = new LinkedHashMap<>();
        words.forEach(word -> choices.put(value(word), of(word)));
        return choices;
    }

    /**
     * The word of a closed list that a form's field holds.
     *
     * @throws InvalidField if it is none of them
     */
    static <E extends Enum<E>> E read(Class<E> words, Form form, String field) {
        String chosen = form.text(field);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> value(word).equals(chosen))
                .findFirst()
                .orElseThrow(() -> new InvalidField(field, "Choose one from the list."));
    }

    /** A choice of a filter. */
    public record FilterOption(String value, String text, boolean chosen) {}

    /** All words of a list as choices, after one for all of them. */
    public static <E extends Enum<E>> List<FilterOption> options(Class<E> words, String all, @Nullable E chosen) {
        List<FilterOption> options = new ArrayList<>();
        options.add(new FilterOption("", all, chosen == null));
        Arrays.stream(words.getEnumConstants())
                .forEach(word -> options.add(new FilterOption(value(word), of(word), word == chosen)));
        return options;
    }
}
