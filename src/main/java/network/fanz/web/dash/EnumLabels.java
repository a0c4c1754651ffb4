package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import network.fanz.common.InvalidField;
import network.fanz.finance.ledger.HandPostingState;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;

/** How pages and their addresses write the constants of an enum. */
public final class EnumLabels {
    private EnumLabels() {}

    /** Such as {@code Threat detected}, in the reader's language. */
    public static String of(Enum<?> constant) {
        return of(value(constant));
    }

    /** The same for a value that has no enum in this room. */
    public static String of(String value) {
        return say(english(value));
    }

    /** The same in English, as files have it. */
    static String english(String value) {
        return value.equals("ppv")
                ? "Single work"
                : Character.toUpperCase(value.charAt(0)) + value.substring(1).replace('_', ' ');
    }

    public static String tone(HandPostingState state) {
        return switch (state) {
            case PROPOSED -> "warn";
            case APPROVED -> "info";
            case RECORDED -> "ok";
            case REFUSED -> "bad";
            case REJECTED, LAPSED -> "info";
        };
    }

    /** As addresses write it: {@code threat_detected}. */
    public static String value(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Constants as a field's choices. */
    public static <E extends Enum<E>> Map<String, String> choices(Collection<E> constants) {
        Map<String, String> choices = new LinkedHashMap<>();
        constants.forEach(constant -> choices.put(value(constant), of(constant)));
        return choices;
    }

    /**
     * The constant that a form's field names.
     *
     * @throws InvalidField if it names none
     */
    public static <E extends Enum<E>> E read(Class<E> type, Form form, String field) {
        String chosen = form.text(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> value(constant).equals(chosen))
                .findFirst()
                .orElseThrow(() -> new InvalidField(field, "Choose one from the list."));
    }

    /** A choice of a filter. */
    public record FilterOption(String value, String text, boolean chosen) {}

    /** All constants as choices of a filter, after one that means all of them. */
    public static <E extends Enum<E>> List<FilterOption> options(Class<E> type, String all, @Nullable E chosen) {
        return options(type, all, chosen, EnumLabels::of);
    }

    /** The same, with words of their own. */
    static <E extends Enum<E>> List<FilterOption> options(
            Class<E> type, String all, @Nullable E chosen, Function<E, String> words) {
        List<FilterOption> options = new ArrayList<>();
        options.add(new FilterOption("", all, chosen == null));
        Arrays.stream(type.getEnumConstants())
                .forEach(constant ->
                        options.add(new FilterOption(value(constant), words.apply(constant), constant == chosen)));
        return options;
    }
}
