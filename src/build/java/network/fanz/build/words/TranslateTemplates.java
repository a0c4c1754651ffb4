package network.fanz.build.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the templates of another language of those in English: {@code TranslateTemplates TEMPLATES WORDS TARGET}. It runs in the build, so a
 * page in any language is as fast as one in English. A text that has other words in one template than elsewhere stands in the file of words
 * with the template in front: {@code dash/journal: From}.
 */
public final class TranslateTemplates {
    private TranslateTemplates() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> words = JsonMapper.shared()
                .readValue(Files.readString(Path.of(arguments[1])), new TypeReference<Map<String, String>>() {});
        Path templates = Path.of(arguments[0]);
        Map<Path, String> translated = translate(templates, (template, english) -> {
            String everywhere = words.getOrDefault(english, english);
            return words.getOrDefault(template + ": " + english, everywhere);
        });
        Path target = Path.of(arguments[2]);
        deleteWhatIsNoMore(target, templates);
        for (Map.Entry<Path, String> template : translated.entrySet()) {
            Path made = target.resolve(templates.relativize(template.getKey()));
            Files.createDirectories(made.getParent());
            if (!Files.exists(made) || !Files.readString(made).equals(template.getValue())) {
                Files.writeString(made, template.getValue());
            }
        }
    }

    private static void deleteWhatIsNoMore(Path target, Path templates) throws IOException {
        if (Files.exists(target)) {
            for (Path made : below(target)) {
                if (!Files.exists(templates.resolve(target.relativize(made)))) {
                    Files.delete(made);
                }
            }
        }
    }

    /**
     * The templates' sources with their words exchanged.
     *
     * @param words is given a template, such as {@code dash/journal}, and an English text of it
     */
    public static Map<Path, String> translate(Path templates, BinaryOperator<String> words) throws IOException {
        Map<Path, String> translated = new TreeMap<>();
        for (Path template : below(templates)) {
            String name =
                    templates.relativize(template).toString().replace('\\', '/').replace(".jte", "");
            Words own = english -> words.apply(name, english);
            translated.put(template, new Template(Files.readString(template), own).translated());
        }
        return translated;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }
}
