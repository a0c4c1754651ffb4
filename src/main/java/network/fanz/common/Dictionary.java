package network.fanz.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of one language for what the code says in English, read once from {@code words/<tag>.json}. */
final class Dictionary {
    private static final Map<Language, Dictionary> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Dictionary(language == Language.ENGLISH ? Map.of() : read(language)));
        }
    }

    private final Map<String, String> words;
    private final Set<String> said;

    private Dictionary(Map<String, String> words) {
        this.words = words;
        this.said = Set.copyOf(words.values());
    }

    static Dictionary of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    String words(String english) {
        return words.getOrDefault(english, english);
    }

    boolean hasSaid(String text) {
        return said.contains(text);
    }

    private static Map<String, String> read(Language language) {
        String file = "/words/" + language.tag() + ".json";
        try (InputStream words = Dictionary.class.getResourceAsStream(file)) {
            if (words == null) {
                throw new IllegalStateException("There is no " + file);
            }
            return JsonMapper.shared().readValue(words, new TypeReference<Map<String, String>>() {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
