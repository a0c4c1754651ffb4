package network.fanz.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A setting that exists.
 *
 * @param name such as {@code fanz.data.folder}
 * @param place the part of the record that holds it
 * @param meaning what the record's Javadoc says about it
 * @param range where its values lie; null if it is no number, size or duration
 */
record KnownSetting(
        String name,
        RecordComponent place,
        String meaning,
        @Nullable SettingRange range) {
    /** A text with one of these words in its name is a secret, whether somebody thought of it or not. */
    private static final Set<String> SECRETS =
            Set.of("password", "secret", "token", "key", "keys", "credential", "user");

    KnownSetting(String name, RecordComponent place, String meaning) {
        this(name, place, meaning, SettingRange.of(place));
    }

    /** What its values are, such as {@code from 1 to 64}; null where there is more to it than a few words can say. */
    @Nullable String form() {
        Sentence words = words();
        return words == null ? null : words.english();
    }

    /** The same with what it has to do with another setting; empty where there is nothing to say. */
    String formAndOrder() {
        return allowed().english();
    }

    /** The same, for readers of any language. */
    Sentence allowed() {
        Sentence words = words();
        if (words == null) {
            return Sentence.of("");
        }
        String other = range == null ? null : range.notBelow();
        return other == null ? words : Sentence.of("{0}, not below {1}", words, other);
    }

    private @Nullable Sentence words() {
        if (range != null) {
            return range.words();
        }
        if (place.getType() == boolean.class) {
            return oneOf(true, false);
        }
        Object[] values = place.getType().getEnumConstants();
        return values == null ? null : oneOf(values);
    }

    /** The values stay as one writes them, whatever the language. */
    private static Sentence oneOf(Object... values) {
        return Arrays.stream(values)
                .map(value -> Sentence.of("{0}", SettingText.of(value)))
                .reduce((one, other) -> Sentence.of("{0} or {1}", one, other))
                .orElseThrow();
    }

    /** Says what is wrong with a value, such as {@code fanz.ledger.lanes is 0, but must be from 1 to 64.} */
    String refusal(String value) {
        return name + " is " + value + ", but must be " + form() + ".";
    }

    boolean isSecret() {
        boolean named = Arrays.stream(name.split("[.-]", -1)).anyMatch(SECRETS::contains);
        return formAndOrder().isEmpty() && named;
    }

    boolean holdsMany() {
        return Collection.class.isAssignableFrom(place.getType());
    }

    /** Whether this is one of the ways to write its name: {@code fanz.data.folder} in a file, {@code FANZ_DATA_FOLDER} outside. */
    boolean isWrittenAs(String written) {
        return SettingNames.isVariable(written)
                ? variables().contains(withoutIndex(written.toLowerCase(Locale.ROOT), "(_[0-9]+)+$"))
                : dotted(withoutIndex(written, "\\[.*$")).equals(dotted(name));
    }

    /** How one writes its name in the environment. */
    String variable() {
        return SettingNames.variable(name);
    }

    private List<String> variables() {
        String underscored = name.replace('.', '_');
        return List.of(underscored.replace("-", ""), underscored.replace('-', '_'));
    }

    private String withoutIndex(String written, String index) {
        return holdsMany() ? written.replaceFirst(index, "") : written;
    }

    private static String dotted(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "");
    }
}
