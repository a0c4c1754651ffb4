package network.fanz.platform.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class OperationsAccessTest {
    private final RunningFanz program = RunningFanz.shared();

    @Test
    void showsFiguresToWhoHoldsTheToken() throws IOException {
        String token = Files.readString(program.folder().resolve("secrets").resolve("metrics"));
        assertThat(program.client()
                        .withToken(token)
                        .get("api", "/actuator/prometheus")
                        .expect(200)
                        .body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections");
    }

    @Test
    void showsFiguresToNobodyElse() {
        program.client().get("api", "/actuator/prometheus").expect(401);
        program.client().withToken("guess").get("api", "/actuator/prometheus").expect(401);
        program.client().get("api", "/actuator/env").expect(401);
    }

    @Test
    void tellsEverybodyWhetherItIsWellButNotWhy() {
        assertThat(program.client().get("api", "/actuator/health").expect(200).body())
                .contains("UP")
                .doesNotContain("components");
    }

    @Test
    void namesTheTraceOfEachAnswer() {
        assertThat(program.client().get("tube", "/actuator/health").header("Trace-Id"))
                .matches("[0-9a-f]{32}");
    }
}
