package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import network.fanz.testing.DatabaseProxy;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestDatabase;
import network.fanz.tools.walkthrough.HttpAnswer;
import network.fanz.tools.walkthrough.ProgramClient;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What ready means, and what the program says while its database is gone. */
@Tag("database")
class ReadinessTest {
    private static final String READINESS = "/actuator/health/readiness";
    private static final List<String> PARTS = List.of("database", "identity", "money", "pages");

    @Test
    void everyPartHasAHealthOfItsOwn() throws Exception {
        JsonNode parts = ready(operator(RunningFanz.shared())).json().path("components");
        PARTS.forEach(part ->
                assertThat(parts.path(part).path("status").asString()).as(part).isEqualTo("UP"));
    }

    @Test
    void whatIsHeavierHasAHealthThatReadinessDoesNotWaitFor() throws Exception {
        ProgramClient operator = operator(RunningFanz.shared());
        JsonNode ready = ready(operator).json().path("components");
        JsonNode all = operator.get("tube", "/actuator/health").json().path("components");
        for (String part : List.of("events", "jobs", "mail")) {
            assertThat(ready.has(part)).as(part).isFalse();
            assertThat(all.path(part).path("status").asString()).as(part).isEqualTo("UP");
        }
    }

    @Test
    void aLostDatabaseIsSaidAndFoundAgain() throws Exception {
        try (DatabaseProxy databaseProxy = new DatabaseProxy(TestDatabase.port());
                RunningFanz program = RunningFanz.over(TestDatabase.fresh().through(databaseProxy))) {
            SignedInUser fan = program.users().fan();
            ProgramClient operator = operator(program);
            databaseProxy.cut();
            HttpAnswer down = operator.get("tube", READINESS).expect(503);
            assertThat(status(down, "database")).isEqualTo("DOWN");
            assertThat(status(down, "identity")).isEqualTo("DOWN");
            assertThat(status(down, "money")).isEqualTo("DOWN");
            assertThat(status(down, "pages")).isEqualTo("UP");
            program.client().get("tube", "/actuator/health/liveness").expect(200);
            refusesInWords(program, fan);
            untilTheLossIsKnown(program.bean(DataSource.class));
            refusesAtOnce(fan);
            databaseProxy.join();
            ready(operator);
            fan.client().api("GET", "/api/v1/sessions/current").expect(200);
        }
    }

    /** Never 500, and nobody is taken for a stranger: the caller's session is as good as it was. */
    private static void refusesInWords(RunningFanz program, SignedInUser fan) {
        List<HttpAnswer> answers = List.of(
                fan.client().api("GET", "/api/v1/sessions/current"),
                fan.client().api("POST", "/api/v1/payments", Map.of("kind", "tip")),
                program.client().api("POST", "/api/v1/sessions", Map.of("email", "a@fanz.test", "password", "words")));
        for (HttpAnswer answer : answers) {
            answer.expectProblem(503, "unavailable");
            assertThat(answer.header("Retry-After")).isNotNull();
        }
        HttpAnswer page = fan.client().get("tube", "/creators").expect(503);
        assertThat(page.body()).contains("Not available right now");
    }

    /** The first who come get connections that have died, as many as there were, and then one waits for a new one in vain. */
    private static void untilTheLossIsKnown(DataSource pool) {
        await().until(() -> {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                return !statement.execute("select 1");
            } catch (SQLTransientConnectionException known) {
                return true;
            } catch (SQLException died) {
                return false;
            }
        });
    }

    /** Whoever comes once the loss is known does not wait for it to be found anew. */
    private static void refusesAtOnce(SignedInUser fan) {
        long start = System.nanoTime();
        for (int call = 0; call < 5; call++) {
            fan.client().api("GET", "/api/v1/sessions/current").expectProblem(503, "unavailable");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    /** A part that has had no answer for two seconds counts as down, which may happen to a machine that stood still. */
    private static HttpAnswer ready(ProgramClient operator) {
        return await().until(() -> operator.get("tube", READINESS), answer -> answer.status() == 200);
    }

    private static String status(HttpAnswer answer, String part) {
        return answer.json().path("components").path(part).path("status").asString();
    }

    private static ProgramClient operator(RunningFanz program) throws Exception {
        String token = Files.readString(program.folder().resolve("secrets").resolve("metrics"));
        return program.client().withToken(token.strip());
    }
}
