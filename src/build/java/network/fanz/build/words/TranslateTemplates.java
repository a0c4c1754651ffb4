package network.fanz.build.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the templates of another language of those in English: {@code TranslateTemplates TEMPLATES WORDS TARGET}. It runs in the build, so a
 * page in any language is as fast as one in English.
 */
public final class TranslateTemplates {
    private TranslateTemplates() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> words = JsonMapper.shared()
                .readValue(Files.readString(Path.of(arguments[1])), new TypeReference<Map<String, String>>() {});
        Path templates = Path.of(arguments[0]);
        for (Path template : below(templates)) {
            Path made = Path.of(arguments[2]).resolve(templates.relativize(template));
            String translated = translated(Files.readString(template), english -> words.getOrDefault(english, english));
            Files.createDirectories(made.getParent());
            if (!Files.exists(made) || !Files.readString(made).equals(translated)) {
                Files.writeString(made, translated);
            }
        }
    }

    /** The template's source with its words exchanged. */
    public static String translated(String template, java.util.function.UnaryOperator<String> words) {
        return new Template(template, words::apply).translated();
    }

    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
        }
    }
}
