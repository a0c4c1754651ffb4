package network.fanz.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.fanz.Fanz;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestFolders;
import network.fanz.tools.walkthrough.ProgramAddress;
import network.fanz.tools.walkthrough.SignedInUser;
import network.fanz.tools.walkthrough.UserFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server is killed while a file is sent. Its client waits, and goes on from what was acknowledged. */
@Tag("crash")
class UploadCrashTest {
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final int PIECE = 1024 * 1024;
    private static final int LENGTH = 80 * PIECE + 12_345;

    private final Path root = TestFolders.forPostgres("uploads");
    private final Path data = root.resolve("data");
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void tidyUp() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
        TestFolders.delete(root);
    }

    @Test
    void goesOnAfterTheServerWasKilled() throws Exception {
        int port = freePort();
        Process server = server(port, "first");
        SignedInUser user =
                new UserFactory(new ProgramAddress("fanz.localhost", port, data), Clock.systemUTC()).verifiedCreator();
        byte[] film = TusCaller.film(LENGTH);
        Files.write(root.resolve("film.mp4"), film);
        Process client = client(port, user.client().token());
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> sent() >= 10 * PIECE);
        server.destroyForcibly().waitFor();
        long acknowledged = sent();
        assertThat(acknowledged).isLessThan(LENGTH);
        Process again = server(port, "again");
        assertThat(client.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(said("client")).contains("done");
        again.destroy();
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (RunningFanz program = RunningFanz.in(data)) {
            String upload = said("client").replaceFirst("(?s).*?at http://[^/]*(/api/\\S+).*", "$1");
            assertThat(new TusCaller(program, user).stored(upload)).isEqualTo(film);
        }
    }

    /** How much the client was told that has come. */
    private long sent() throws IOException {
        return said("client")
                .lines()
                .filter(line -> line.matches("sent \\d+"))
                .mapToLong(line -> Long.parseLong(line.substring(5)))
                .max()
                .orElse(0);
    }

    private Process server(int port, String name) throws Exception {
        Process process = start(
                name,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Fanz.class.getName(),
                "--spring.profiles.active=local",
                "--fanz.data.folder=" + data,
                "--server.port=" + port);
        Awaitility.await().atMost(START_MAX).until(() -> said(name).contains("Ctrl-C stops everything"));
        return process;
    }

    private Process client(int port, String token) throws IOException {
        return start(
                "client",
                "node",
                "src/test/node/tus.mjs",
                root.resolve("film.mp4").toString(),
                "http://127.0.0.1:" + port + "/api/v1/uploads",
                token,
                root.resolve("urls").toString(),
                Integer.toString(PIECE));
    }

    private Process start(String name, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(name).toFile())
                .start();
        started.add(process);
        return process;
    }

    private String said(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
