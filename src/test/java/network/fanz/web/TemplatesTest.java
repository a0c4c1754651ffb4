package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all templates keep to. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern FIXED = Pattern.compile("\\b(href|action|src|formaction)=\"/");
    private static final Pattern INLINE = Pattern.compile("(<style|<script>|\\sstyle=\"|\\son[a-z]+=\"|\\$unsafe)");
    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("\"([a-z-]+)\"");

    @Test
    void everyAddressGoesThroughTheShell() throws IOException {
        assertThat(linesWith(FIXED)).isEmpty();
    }

    @Test
    void nothingIsInlineAndNothingUnescaped() throws IOException {
        assertThat(linesWith(INLINE)).isEmpty();
    }

    @Test
    void everyFormCarriesItsProofAndItsKey() throws IOException {
        List<String> bare = new ArrayList<>();
        for (Path file : templates()) {
            FORM.matcher(Files.readString(file))
                    .results()
                    .filter(form -> !form.group().contains("@template.parts.guard(")
                            && !form.group().contains("name=\"_csrf\""))
                    .forEach(form -> bare.add(
                            file + ": " + form.group().lines().findFirst().orElse("")));
        }
        assertThat(bare).isEmpty();
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
