package network.fanz.content.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.fanz.testing.LoadBalancer;
import network.fanz.testing.RunningFanz;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that the house's pages use, in a process of its own. */
@Tag("database")
class TusClientTest {
    private static final int LENGTH = 30 * 1024 * 1024;
    private static final String PIECE = Integer.toString(2 * 1024 * 1024);

    private final RunningFanz program = RunningFanz.shared();
    private final TusCaller creator = new TusCaller(program, program.verifiedCreator());

    @TempDir
    private Path folder;

    @Test
    void sendsAFileWhole() throws Exception {
        byte[] film = film();
        Process client = client(program.port(), "said", "Infinity");
        assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said("said")).contains("done");
        assertThat(creator.stored(address("said"))).isEqualTo(film);
    }

    @Test
    void goesOnAfterAKill() throws Exception {
        byte[] film = film();
        Process killed = client(program.port(), "killed", PIECE);
        Awaitility.await().until(() -> said("killed").contains("sent " + 3 * 2 * 1024 * 1024));
        killed.destroyForcibly().waitFor();
        Process again = client(program.port(), "again", PIECE);
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said("again")).contains("goes on", "done").doesNotContain("sent 2097152\n");
        assertThat(address("again")).isEqualTo(address("killed"));
        assertThat(creator.stored(address("again"))).isEqualTo(film);
    }

    @Test
    void changesTheNodeWithEveryPiece() throws Exception {
        byte[] film = film();
        try (RunningFanz second = program.another(
                        "--fanz.objects.folder=" + program.folder().resolve("objects"));
                LoadBalancer balancer = new LoadBalancer()) {
            balancer.over(List.of(program, second));
            Process client = client(balancer.port(), "balanced", PIECE);
            assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said("balanced")).contains("done");
            assertThat(balancer.requestsOf(1)).isGreaterThan(5);
            assertThat(creator.stored(address("balanced"))).isEqualTo(film);
        }
    }

    private byte[] film() throws IOException {
        byte[] film = TusCaller.film(LENGTH);
        Files.write(folder.resolve("film.mp4"), film);
        return film;
    }

    private Process client(int port, String name, String piece) throws IOException {
        return new ProcessBuilder(
                        "node",
                        "src/test/node/tus.mjs",
                        folder.resolve("film.mp4").toString(),
                        "http://127.0.0.1:" + port + "/api/v1/uploads",
                        creator.token(),
                        folder.resolve("urls").toString(),
                        piece)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name).toFile())
                .start();
    }

    private String said(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private String address(String name) throws IOException {
        return said(name).replaceFirst("(?s).*?at http://[^/]*(/api/\\S+).*", "$1");
    }
}
