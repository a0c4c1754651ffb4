package network.fanz.web.problems;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import network.fanz.common.CanonicalText;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/** Reads parts of an address in the one form that each has. An empty one is none, as forms send it. */
final class StrictParameters {
    static final Function<String, UUID> ID = CanonicalText::uuid;
    static final Function<String, Long> NUMBER = CanonicalText::number;
    static final Function<String, Integer> INTEGER = StrictParameters::integer;
    static final Function<String, Boolean> TRUTH = StrictParameters::truth;

    private StrictParameters() {}

    static void register(FormatterRegistry registry) {
        registry.addConverterFactory(new EnumWords());
        registry.addConverter(String.class, UUID.class, orNone(ID));
        registry.addConverter(String.class, Instant.class, orNone(CanonicalText::time));
        registry.addConverter(String.class, Long.class, orNone(NUMBER));
        registry.addConverter(String.class, long.class, orNone(NUMBER));
        registry.addConverter(String.class, Integer.class, orNone(INTEGER));
        registry.addConverter(String.class, int.class, orNone(INTEGER));
        registry.addConverter(String.class, Boolean.class, orNone(TRUTH));
        registry.addConverter(String.class, boolean.class, orNone(TRUTH));
    }

    /** Null is how the library says that a parameter is missing. */
    @SuppressWarnings("NullAway")
    private static <T> Converter<String, T> orNone(Function<String, T> read) {
        return text -> text.isEmpty() ? null : read.apply(text);
    }

    private static int integer(String text) {
        long number = CanonicalText.number(text);
        if (number != (int) number) {
            throw new IllegalArgumentException("This number is too large.");
        }
        return (int) number;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("This is true or false.");
        };
    }

    private static final class EnumWords implements ConverterFactory<String, Enum<?>> {
        @Override
        public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
            return orNone(text -> Arrays.stream(type.getEnumConstants())
                    .filter(word -> word.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no such word.")));
        }
    }
}
