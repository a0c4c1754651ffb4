package network.fanz.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("journey")
class WalkthroughTest {
    @Test
    void everyFlowHoldsAndHoldsAgainOnTheSameData() {
        assertThat(walk()).doesNotContain("failed at");
        assertThat(walk()).doesNotContain("failed at");
    }

    private static String walk() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Walkthrough.all(RunningFanz.shared().place(), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
