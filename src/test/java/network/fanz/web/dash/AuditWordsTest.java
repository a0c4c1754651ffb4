package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read of an action is no code. */
class AuditWordsTest {
    /** An action's name where it is recorded. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:AuditAction\\.of|record|change|appendEventLogAction)\\(\\s*(?:\\w+,\\s+)?(?:whole \\? )?\"([a-z]+\\.[a-z._-]*[a-z])\"(?: : \"([a-z._]+)\")?");

    @Test
    void everyActionHasWords() throws IOException {
        List<String> actions;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            actions = sources.filter(source -> source.toString().endsWith(".java"))
                    .flatMap(AuditWordsTest::actions)
                    .toList();
        }
        assertThat(actions)
                .contains(
                        "identity.sign_in",
                        "identity.accept_factor",
                        "events.skip",
                        "ledger.freeze",
                        "identity.sign_out")
                .allMatch(AuditWords::hasWords);
        assertThat(AuditWords.of("identity.sign_in")).isEqualTo("Signed in");
        assertThat(AuditWords.of("some.thing_new")).isEqualTo("Thing new");
    }

    private static Stream<String> actions(Path source) {
        try {
            List<MatchResult> found =
                    NAMED.matcher(Files.readString(source)).results().toList();
            return found.stream()
                    .flatMap(match -> Stream.of(match.group(1), match.group(2)).filter(name -> name != null));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
