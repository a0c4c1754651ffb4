package network.fanz.tools.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import network.fanz.testing.GeneratedDocs;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "tube.fanz.localhost", "example.localhost"})
    void namesTheRightParentDomainForAWrongOne(String wrong) {
        int port = RunningFanz.shared().port();
        assertThat(Walkthrough.obstacle(
                        "http://" + wrong + ":" + port, RunningFanz.shared().folder()))
                .contains("its brands are not below that name; try --url http://fanz.localhost:" + port);
    }

    @Test
    void comesAgainWhenItIsToldTo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(asked.incrementAndGet() == 3 ? 200 : 429, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(answer(server, Duration.ofMillis(500))).isEqualTo(429);
            assertThat(answer(server, Duration.ofSeconds(5))).isEqualTo(200);
            assertThat(asked).hasValue(3);
            assertThat(answer(server, Duration.ofMillis(1500))).isEqualTo(429);
            assertThat(asked).hasValue(5);
        } finally {
            server.stop(0);
        }
    }

    private static int answer(HttpServer server, Duration retryMax) {
        int port = server.getAddress().getPort();
        return new ProgramAddress("http", "fanz.localhost", port, Path.of("nowhere"), retryMax)
                .client()
                .get("api", "/")
                .status();
    }

    private static String walk() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Walkthrough.all(RunningFanz.shared().address(), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
