package network.fanz.tools.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walk where terms of use are in force: whoever registers accepts them. */
@Tag("journey")
class TermsWalkTest {
    @Test
    void everyFlowHoldsWhereTermsOfUseAreInForce() {
        try (RunningFanz program = RunningFanz.start()) {
            ProgramClient administrator = program.users().administrator().client();
            administrator
                    .api("POST", "/api/v1/terms", Map.of("number", 1, "title", "Terms of use", "text", "Be kind."))
                    .expect(201);
            administrator
                    .api("POST", "/api/v1/terms/acceptance", Map.of("number", 1))
                    .expect(204);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Walkthrough.all(program.address(), new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("failed at");
        }
    }
}
