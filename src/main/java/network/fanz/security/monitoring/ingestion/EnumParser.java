package network.fanz.security.monitoring.ingestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Reads a word of a closed list. The integration guide mixes two spellings, {@code THREAT_DETECTED} and {@code threat_detected}; both are
 * accepted.
 */
public final class EnumParser {
    private EnumParser() {}

    /** @throws InvalidField naming the allowed words, if the text is none of them */
    public static <E extends Enum<E>> E parse(Class<E> type, String field, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        constant.name().equals(text) || lower(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidField(field, Sentence.of("This is one of: {0}.", allowed(type))));
    }

    /** As {@link #parse}, but null for an absent or empty text. */
    public static <E extends Enum<E>> @Nullable E parseOptional(Class<E> type, String field, @Nullable String text) {
        return text == null || text.isEmpty() ? null : parse(type, field, text);
    }

    private static <E extends Enum<E>> String allowed(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumParser::lower).collect(Collectors.joining(", "));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
