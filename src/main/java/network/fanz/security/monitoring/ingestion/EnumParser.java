package network.fanz.security.monitoring.ingestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * Reads a word of a closed list in either of the two spellings that the integration guide mixes: {@code THREAT_DETECTED} and
 * {@code threat_detected}.
 */
public final class EnumParser {
    private EnumParser() {}

    /** @throws InvalidField naming the words that are allowed, if it is none of them */
    public static <E extends Enum<E>> E parse(Class<E> words, String field, @Nullable String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text) || lower(word).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidField(field, "This is one of: " + allowed(words) + "."));
    }

    /** The same, and null for nothing. */
    public static <E extends Enum<E>> @Nullable E parseOptional(Class<E> words, String field, @Nullable String text) {
        return text == null || text.isEmpty() ? null : parse(words, field, text);
    }

    private static <E extends Enum<E>> String allowed(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(EnumParser::lower).collect(Collectors.joining(", "));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
