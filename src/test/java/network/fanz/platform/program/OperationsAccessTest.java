package network.fanz.platform.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
        program.client().get("api", "/actuator/env").expectProblem(401, "operator-token-needed");
        program.client().get("api", "/actuator").expectProblem(401, "operator-token-needed");
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

    @Test
    void aPartOfHealthThatThereIsNotIsRefusedInWords() {
        program.client().get("api", "/actuator/health/x").expectProblem(404, "not-found");
    }

    @Test
    void everyRouteHasRoomAmongTheFigures() {
        long routes = program.bean(DispatcherServlet.class).getHandlerMappings().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(mapping -> ((RequestMappingHandlerMapping) mapping).getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getPatternValues().stream())
                .distinct()
                .count();
        int room = program.bean(Environment.class)
                .getRequiredProperty("management.metrics.web.server.max-uri-tags", Integer.class);
        assertThat(routes * 2).isBetween(200L, (long) room);
    }
}
