package network.fanz.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.Brand;
import org.junit.jupiter.api.Test;

/** What all templates keep to. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    /** The sandbox vendor's own pages, whose forms go to the vendor. */
    private static final Path VENDORS = TEMPLATES.resolve("sandbox");

    private static final int LINE_MAX = 240;
    private static final Path SPRITE = Path.of("src/main/resources/assets/sprite.svg");
    private static final Pattern FIXED = Pattern.compile("\\b(href|action|src|formaction)=\"/");
    private static final Pattern INLINE = Pattern.compile("(<style|<script>|\\sstyle=\"|\\son[a-z]+=\"|\\$unsafe)");
    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    private static final Pattern HEAD = Pattern.compile("form\\.errorApartFrom\\(((?:[^()]|\\([^()]*\\))*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile(
            "@template\\.(?:parts\\.field|parts\\.select|money\\.words|dash\\.typed|dash\\.filter)\\(form = [^,]*, name = \"([^\"]+)\"");
    private static final Pattern PASSWORD = Pattern.compile("name = \"([^\"]+)\"[^)\n]*type = \"password\"");
    private static final Pattern BY_HAND = Pattern.compile("id=\"([A-Za-z]+)-error\"");
    private static final Pattern PART = Pattern.compile("@template\\.((?!parts\\.|layout)[a-z.-]+)\\([^)]*form = form");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("\"([a-z-]+)\"");
    private static final Pattern DRAWN = Pattern.compile("icon(?:\\(name)? = ((?:[^,()]|\\([^()]*\\))*)");

    @Test
    void everyAddressGoesThroughTheShell() throws IOException {
        assertThat(linesWith(FIXED)).isEmpty();
    }

    @Test
    void nothingIsInlineAndNothingUnescaped() throws IOException {
        assertThat(linesWith(INLINE)).isEmpty();
    }

    @Test
    void linesCanBeRead() throws IOException {
        for (Path file : templates()) {
            assertThat(Files.readAllLines(file)).as("%s", file).allMatch(line -> line.length() <= LINE_MAX);
        }
    }

    @Test
    void everyFormCarriesItsProofAndItsKey() throws IOException {
        List<String> bare = new ArrayList<>();
        for (Path file : templates()) {
            if (file.startsWith(VENDORS)) {
                continue;
            }
            FORM.matcher(Files.readString(file))
                    .results()
                    .filter(form -> !form.group().contains("@template.parts.guard("))
                    .forEach(form -> bare.add(
                            file + ": " + form.group().lines().findFirst().orElse("")));
        }
        assertThat(bare).isEmpty();
    }

    /** By its name it is known that what stands in it is never kept. */
    @Test
    void aFieldForAPasswordIsCalledSo() throws IOException {
        for (Path file : templates()) {
            assertThat(words(PASSWORD, Files.readString(file)))
                    .as("%s", file)
                    .allMatch(name -> name.toLowerCase(Locale.ROOT).contains("password"));
        }
    }

    /** Beside a field, or at the form's head: what a page draws and what it says at the head must be each other's rest. */
    @Test
    void everyRefusalOfAFormIsSaidSomewhere() throws IOException {
        for (Path file : templates()) {
            String page = Files.readString(file);
            Matcher head = HEAD.matcher(page);
            boolean sends = page.contains("@param Form form")
                    && page.contains("@template.layout(")
                    && (page.contains("method=\"post\"") || page.contains("method=\"get\""));
            assertThat(head.find()).as("%s has a head for refusals", file).isEqualTo(sends);
            if (sends) {
                Set<String> told = words(QUOTED, head.group(1));
                told.remove("");
                assertThat(told).as("%s", file).isEqualTo(fields(page));
            }
        }
    }

    /** The fields that draw their own error, also those of the parts that the page is made of. */
    private static Set<String> fields(String page) throws IOException {
        Set<String> fields = words(FIELD, page);
        fields.addAll(words(BY_HAND, page));
        for (String part : words(PART, page)) {
            String text = Files.readString(TEMPLATES.resolve(part.replace('.', '/') + ".jte"));
            fields.addAll(words(FIELD, text));
            fields.addAll(words(BY_HAND, text));
        }
        return fields;
    }

    @Test
    void theSpriteHoldsWhatIsUsedAndNothingElse() throws IOException {
        Set<String> symbols = words(SYMBOL, Files.readString(SPRITE));
        symbols.removeIf(symbol -> symbol.startsWith("logo-"));
        Set<String> drawn = drawn();
        assertThat(symbols).containsAll(drawn);
        symbols.removeAll(drawn);
        symbols.removeAll(namedInJava());
        assertThat(symbols).as("symbols that nothing draws").isEmpty();
    }

    @Test
    void everyLineOfANavigationHasItsSymbol() throws IOException {
        Set<String> symbols = words(SYMBOL, Files.readString(SPRITE));
        for (Brand brand : Brand.values()) {
            assertThat(Navigation.lines(brand))
                    .allSatisfy(item -> assertThat(symbols).contains(item.icon()));
        }
    }

    /** Symbols that templates name where they draw one. */
    private static Set<String> drawn() throws IOException {
        Set<String> drawn = new TreeSet<>();
        for (Path file : templates()) {
            DRAWN.matcher(Files.readString(file)).results().forEach(place -> drawn.addAll(words(WORD, place.group(1))));
        }
        drawn.removeIf(word -> word.endsWith("-"));
        return drawn;
    }

    /** Symbols that classes with icons name. */
    private static Set<String> namedInJava() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path file : javaFiles()) {
            String source = Files.readString(file);
            if (source.contains("icon")) {
                named.addAll(words(WORD, source));
            }
        }
        return named;
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(word -> word.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> linesWith(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : templates()) {
            Files.readAllLines(file).stream()
                    .filter(line -> pattern.matcher(line).find())
                    .forEach(line -> found.add(file + ": " + line.strip()));
        }
        return found;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/network/fanz/web"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
