package network.fanz.tools.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import network.fanz.testing.GeneratedDocs;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every flow over a running program, as {@code ./fanz journeys} walks it. */
@Tag("journey")
class WalkthroughTest {
    /** The first walk is kept as an example; ids and times would be masked, but no line says one. */
    @Test
    @Tag("generated")
    void everyFlowHoldsAndHoldsAgainOnTheSameData() {
        String first = walk();
        assertThat(first).doesNotContain("failed at");
        GeneratedDocs.check(Path.of("examples", "journeys.txt"), first);
        assertThat(walk()).doesNotContain("failed at");
    }

    @Test
    void saysInASentenceWhyItCannotBegin(@TempDir Path empty) {
        String running = "http://fanz.localhost:" + RunningFanz.shared().port();
        assertThat(Walkthrough.obstacle(running, RunningFanz.shared().folder())).isNull();
        assertThat(Walkthrough.obstacle(running, empty)).contains("invitation is not in");
        assertThat(Walkthrough.obstacle("http://fanz.localhost:1", empty)).contains("no FANZ answers");
    }

    private static String walk() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Walkthrough.all(RunningFanz.shared().address(), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
