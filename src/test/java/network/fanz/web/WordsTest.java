package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.build.words.TranslateTemplates;
import network.fanz.testing.SourceSentences;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of the other languages: all that the sources say, each with its values and elements, and pages made of them that are whole. */
class WordsTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Path WORDS = MAIN.resolve("resources").resolve("words");
    private static final Pattern PLACES = Pattern.compile("\\{\\d|</?\\d+>");
    private static final Pattern ISLAND = Pattern.compile("\\bsaid\\('([^']+)'\\)");
    /** A text that has words of its own in one template. */
    private static final Pattern OF_A_TEMPLATE = Pattern.compile("[a-z]+/[a-z-]+: ");

    private static final SourceSentences SOURCES = SourceSentences.below(MAIN.resolve("java"));

    private static Map<String, String> words(Path file) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(file), new TypeReference<>() {});
    }

    private static List<Path> languages() throws IOException {
        try (Stream<Path> files = Files.list(WORDS)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    @Test
    void eachLanguageHasWordsForAllThatTheSourcesSay() throws IOException {
        Set<String> said = new TreeSet<>(SOURCES.said());
        SOURCES.annotated("ProblemType").values().forEach(type -> said.add(type.get("title")));
        said.addAll(refusals());
        for (String bundle : List.of("words.audit", "words.jobs", "words.security")) {
            ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT);
            english.keySet().forEach(key -> said.add(english.getString(key)));
        }
        said.addAll(ofIslands());
        said.removeIf(text -> text.replaceAll("\\{[^}]*}", "").chars().noneMatch(Character::isLetter));
        for (Path language : languages()) {
            Set<String> missing = new TreeSet<>(said);
            missing.removeAll(words(language).keySet());
            assertThat(missing).as(language.toString()).isEmpty();
        }
    }

    /** The sentences of refusals without values; those with values are given to {@code Sentence.of}. */
    private static Set<String> refusals() {
        Set<String> types = SOURCES.annotated("ProblemType").keySet();
        return SOURCES.calls().stream()
                .filter(call -> types.contains(call.what().replace("new ", ""))
                        || call.what().equals("super") && types.contains(call.in()))
                .flatMap(call -> call.texts().stream())
                .filter(text -> text.matches("[A-Z].* .*[.]") && !text.matches("(?s).*[…|].*"))
                .collect(Collectors.toSet());
    }

    private static Set<String> ofIslands() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("islands", "src"))) {
            Set<String> all = new TreeSet<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".ts")).toList()) {
                ISLAND.matcher(Files.readString(file)).results().forEach(text -> all.add(text.group(1)));
            }
            assertThat(all).hasSizeGreaterThan(10);
            return all;
        }
    }

    @Test
    void eachLanguageHasWordsForAllThatTheTemplatesSay() throws IOException {
        for (Path language : languages()) {
            Map<String, String> words = words(language);
            List<String> missing = new ArrayList<>();
            TranslateTemplates.translate(MAIN.resolve("jte"), (template, text) -> {
                if (!words.containsKey(text) && !words.containsKey(template + ": " + text)) {
                    missing.add(template + ": " + text);
                }
                return text;
            });
            assertThat(missing).as(language.toString()).isEmpty();
        }
    }

    @Test
    void everyTranslationHasTheValuesAndElementsOfItsEnglish() throws IOException {
        for (Path language : languages()) {
            assertThat(words(language))
                    .allSatisfy((english, other) -> assertThat(places(other))
                            .as(english)
                            .isEqualTo(places(OF_A_TEMPLATE.matcher(english).replaceFirst(""))));
        }
    }

    private static Set<String> places(String text) {
        return PLACES.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is not changed by a build stays what it was, to the letter. */
    @Test
    void templatesInTheirOwnWordsAreTheTemplates() throws IOException {
        List<String> changed = new ArrayList<>();
        TranslateTemplates.translate(MAIN.resolve("jte"), (template, text) -> text)
                .forEach((template, made) -> {
                    if (!bare(made).equals(bare(read(template)))) {
                        changed.add(template.toString());
                    }
                });
        assertThat(changed).isEmpty();
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Without spaces, and without the signs at the seams of sums of texts. */
    private static String bare(String template) {
        return template.replaceAll("[\\s+\"]+", "");
    }
}
