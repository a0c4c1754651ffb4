package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import network.fanz.testing.DocumentedCommands;
import network.fanz.testing.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One who follows docs/operations.md on a machine of one's own: every command as it stands there, with other folders and another port. */
@Tag("production")
class DocumentedUseTest {
    private static final DocumentedCommands DOCUMENT = new DocumentedCommands(Path.of("docs", "operations.md"));

    private final Path root = TestFolders.forPostgres("documented");
    private final int port = freePort();

    @AfterEach
    void tidyUp() {
        TestFolders.delete(root);
    }

    @Test
    void startsIsWalkedThroughIsBackedUpAndComesBackElsewhere() throws Exception {
        Process up = begun(documented("./fanz up --data"));
        try {
            await().until(() -> {
                assertThat(up.isAlive())
                        .as(Files.readString(root.resolve("said")))
                        .isTrue();
                return Files.readString(root.resolve("said")).contains("Ctrl-C stops everything");
            });
            assertThat(ran(documented("curl"))).contains("fanz_");
            assertThat(ran("./fanz journeys --url http://fanz.localhost:" + port + " --data " + root.resolve("fanz")))
                    .contains("flow 3 purchase: ")
                    .doesNotContain("failed at");
            assertThat(ran(documented("./fanz invitation") + " --data " + root.resolve("fanz")))
                    .contains("/invitation?token=");
            ran(documented("./fanz backup") + " --data " + root.resolve("fanz"));
        } finally {
            up.destroy();
            assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        ran(documented("./fanz restore"));
        assertThat(ran(documented("./fanz invitation") + " --data " + root.resolve("new")))
                .contains("/invitation?token=");
        assertThat(ran("./fanz audit verify --data " + root.resolve("new"))).contains("The audit log is whole");
        assertThat(ran("./fanz ledger verify --data " + root.resolve("new"))).contains("The books are whole");
    }

    private String documented(String start) {
        return DOCUMENT.all().stream()
                .filter(command -> command.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document has no " + start))
                .replace("8080", Integer.toString(port))
                .replace("/srv/", root + "/")
                .replace("/backups/", root + "/backups/")
                .replace("/elsewhere/", root + "/elsewhere/")
                .replace("data/secrets", root.resolve("fanz") + "/secrets");
    }

    private Process begun(String command) throws IOException {
        // The shell becomes the program, so that it is the program that is asked to stop.
        return new ProcessBuilder("sh", "-c", "exec " + command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("said").toFile())
                .start();
    }

    private static String ran(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        return said;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
