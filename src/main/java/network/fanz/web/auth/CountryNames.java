package network.fanz.web.auth;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The countries to choose from: their names in English by code (ISO 3166-1 alpha-2), sorted by name. */
public final class CountryNames {
    private static final Map<String, String> ALL = read();

    private CountryNames() {}

    public static Map<String, String> all() {
        return ALL;
    }

    public static String name(String code) {
        return ALL.getOrDefault(code, code);
    }

    private static Map<String, String> read() {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(CountryNames::english, Collator.getInstance(Locale.ENGLISH)))
                .forEach(code -> names.put(code, english(code)));
        return names;
    }

    private static String english(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
