package network.fanz.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documents tell somebody to type: the fenced blocks of a file, and the single commands within its sentences. */
public record DocumentedCommands(Path document) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern IN_A_SENTENCE =
            Pattern.compile("`((?:\\./fanz|\\.ci/run|java -XX|java -jar|mvn|curl)\\b[^`]*)`");

    /** The fenced block that begins with these words. */
    public String block(String start) {
        return blocks().map(block -> block.group(2))
                .filter(block -> block.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block in " + document + " begins with " + start));
    }

    /** Every command line, continued lines put together, in the order of the document. */
    public List<String> all() {
        List<String> commands = new ArrayList<>();
        blocks().filter(block -> block.group(1).matches("|sh|sql|shell") && !isDrawing(block.group(2)))
                .flatMap(block -> joined(block.group(2)).lines())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(commands::add);
        IN_A_SENTENCE
                .matcher(BLOCK.matcher(text()).replaceAll(""))
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .forEach(commands::add);
        return commands;
    }

    private static boolean isDrawing(String block) {
        return block.startsWith(" ");
    }

    /** The words of a command, without the breaks of its lines. */
    public static List<String> words(String command) {
        return List.of(joined(command).strip().split("\\s+"));
    }

    private static String joined(String block) {
        return block.replaceAll("\\\\\\n\\s*", "");
    }

    private Stream<MatchResult> blocks() {
        return BLOCK.matcher(text()).results();
    }

    private String text() {
        try {
            return Files.readString(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
