package network.fanz.security.ratelimit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.fanz.Fanz;
import network.fanz.testing.RawConnection;
import network.fanz.testing.TestDatabase;
import network.fanz.testing.TestFolders;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program as a process of its own with little memory, under connections that take all they can get, while others go on. */
@Tag("crash")
class FloodTest {
    private static final int CONNECTIONS = 4_000;
    private static final String ANNOUNCED = "POST /sign-in HTTP/1.1\r\nHost: auth.fanz.localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s";
    private static final String HONEST = "GET / HTTP/1.1\r\nHost: tube.fanz.localhost\r\nConnection: close\r\n\r\n";

    private final Path folder = TestFolders.forPostgres("flood");
    private final Path said = folder.resolve("said");
    private final List<RawConnection> flood = new ArrayList<>();
    private Process program;
    private int port;

    @BeforeEach
    void start() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Fanz.class.getName(),
                "--spring.profiles.active=local"));
        command.addAll(List.of(TestDatabase.fresh().settings(folder.resolve("data"))));
        program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !program.isAlive() || Files.readString(said).contains("Ctrl-C stops everything"));
        port = Integer.parseInt(Files.readString(said).replaceFirst("(?s).*?http://tube[^:]*:(\\d+).*", "$1"));
    }

    @AfterEach
    void stop() throws Exception {
        ebb();
        program.destroyForcibly().waitFor();
        TestFolders.delete(folder);
    }

    @Test
    void livesOnAndAnswersOthersWhileThousandsAnnounceBodiesOrSendHalfOfThem() throws Exception {
        open(CONNECTIONS, ANNOUNCED.formatted(2_000_000, ""));
        assertThat(honest()).startsWith("HTTP/1.1 200 ");
        open(CONNECTIONS, ANNOUNCED.formatted(60_000, ""));
        assertThat(honest()).startsWith("HTTP/1.1 200 ");
        open(CONNECTIONS / 4, ANNOUNCED.formatted(60_000, "a".repeat(50_000)));
        assertThat(honest()).startsWith("HTTP/1.1 200 ");
        open(CONNECTIONS, "GET / HTTP/1.1\r\nHost: ");
        assertThat(honest()).startsWith("HTTP/1.1 200 ");
        assertThat(Files.size(said)).as("what it wrote").isLessThan(100_000);
        program.destroy();
        assertThat(program.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(143);
    }

    private void ebb() throws Exception {
        for (RawConnection connection : flood) {
            connection.close();
        }
        flood.clear();
    }

    private void open(int count, String sent) throws Exception {
        ebb();
        for (int number = 0; number < count; number++) {
            RawConnection connection = new RawConnection(port, "127.0.0.1");
            flood.add(connection);
            try {
                connection.send(sent);
            } catch (java.io.IOException refused) {
                // As it should be.
            }
        }
    }

    private String honest() throws Exception {
        try (RawConnection connection = new RawConnection(port, "127.0.0.2")) {
            connection.send(HONEST);
            return connection.rest();
        }
    }
}
