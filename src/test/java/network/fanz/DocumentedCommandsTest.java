package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import network.fanz.testing.DocumentedCommands;
import org.junit.jupiter.api.Test;

/** What the documents tell somebody to type is run by a test, or it stands in a list why not. */
class DocumentedCommandsTest {
    private static final Path LIST = Path.of("src", "test", "resources", "documented-commands.txt");
    private static final String NOT_RUN = "not run: ";

    private record Row(String document, String start, String test) {
        static Row of(String line) {
            String[] parts = line.split(" \\| ", 3);
            return new Row(parts[0], parts[1], parts[2]);
        }

        boolean isFor(Path where, String command) {
            return document.equals(where.toString()) && (command + " ").startsWith(start + " ");
        }
    }

    private final List<Row> rows = read();

    @Test
    void everyCommandOfADocumentIsRunByATestOrSaysWhyNot() throws IOException {
        TreeSet<String> unknown = new TreeSet<>();
        TreeSet<String> unused = new TreeSet<>(rows.stream().map(Row::toString).toList());
        for (Path document : documents()) {
            for (String command : new DocumentedCommands(document).all()) {
                List<Row> found = rows.stream()
                        .filter(row -> row.isFor(document, command))
                        .toList();
                found.forEach(row -> unused.remove(row.toString()));
                if (found.isEmpty() && !command.equals("./fanz")) {
                    unknown.add(document + ": " + command);
                }
            }
        }
        assertThat(unknown).as("commands that no test runs").isEmpty();
        assertThat(unused).as("lines for commands that no document names").isEmpty();
    }

    @Test
    void theTestsThatRunThemExist() {
        assertThat(rows).hasSizeGreaterThan(15);
        for (Row row : rows) {
            if (!row.test().startsWith(NOT_RUN)) {
                Path source = Path.of("src/test/java", row.test().replace('.', '/') + ".java");
                assertThat(source).exists();
            }
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> benches = Files.list(Path.of("bench"));
                Stream<Path> examples = Files.list(Path.of("examples"))) {
            return Stream.of(
                            Stream.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "docs/operations.md")
                                    .map(Path::of),
                            benches.map(folder -> folder.resolve("README.md")).filter(Files::exists),
                            examples)
                    .flatMap(each -> each)
                    .sorted()
                    .toList();
        }
    }

    private static List<Row> read() {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.filter(line -> !line.startsWith("#")).map(Row::of).toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
