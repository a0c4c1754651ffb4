package network.fanz.web.auth;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import network.fanz.common.Language;

/** The countries to choose from: their names in the reader's language by code (ISO 3166-1 alpha-2), sorted by name. */
public final class CountryNames {
    private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, read(language.locale()));
        }
    }

    private CountryNames() {}

    public static Map<String, String> all() {
        return Objects.requireNonNull(ALL.get(Language.current()));
    }

    public static String name(String code) {
        return all().getOrDefault(code, code);
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(code -> name(code, language), Collator.getInstance(language)))
                .forEach(code -> names.put(code, name(code, language)));
        return names;
    }

    private static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }
}
