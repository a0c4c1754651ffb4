package network.fanz.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import network.fanz.testing.TestDatabase;
import network.fanz.testing.TestFolders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class EmbeddedPostgresTest {
    @Test
    void keepsWhatItAcknowledges() {
        JdbcClient client = JdbcClient.create(TestDatabase.fresh().asProgram());
        assertThat(client.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(client.sql("show data_checksums").query(String.class).single())
                .isEqualTo("on");
        assertThat(client.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void neverHasTheRightsOfRootOrOfItsGroup() throws IOException {
        Path root = TestFolders.forPostgres("rights");
        try (DataFolder folder = DataFolder.open(root.resolve("data"));
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            Path status = Path.of("/proc", server.processId().orElseThrow().toString(), "status");
            assertThat(Files.readAllLines(status))
                    .filteredOn(line -> line.matches("(Uid|Gid|Groups):.*"))
                    .hasSize(3)
                    .noneMatch(line -> line.matches(".*\\s0(\\s.*)?"));
        } finally {
            TestFolders.delete(root);
        }
    }

    /** After a crash of the machine the number in a server's note may be anybody's. */
    @Test
    void startsThoughAnotherProcessHasTheNumberOfAServerThatWasKilledAndLeavesThatProcessAlone() throws Exception {
        Path root = TestFolders.forPostgres("stale");
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try (DataFolder folder = DataFolder.open(root.resolve("data"))) {
            EmbeddedPostgres killed = EmbeddedPostgres.start(folder);
            ProcessHandle first =
                    ProcessHandle.of(killed.processId().orElseThrow()).orElseThrow();
            first.destroyForcibly();
            await().until(() -> !killed.isRunning());
            Path note = folder.resolve("postgres").resolve("postmaster.pid");
            Files.writeString(note, Files.readString(note).replaceFirst("\\d+", Long.toString(stranger.pid())));
            killed.close();
            assertThat(stranger.isAlive()).isTrue();
            try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
                assertThat(again.processId())
                        .isPresent()
                        .hasValueSatisfying(pid -> assertThat(pid).isNotEqualTo(stranger.pid()));
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
            TestFolders.delete(root);
        }
    }

    @Test
    void keepsTwoPartsOfTheServersLogAndNoMore(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("postgres.log");
        ServerLog log = new ServerLog(file);
        try (FileChannel server = FileChannel.open(file, CREATE, APPEND)) {
            for (int part = 0; part < 3; part++) {
                server.write(ByteBuffer.allocate((int) ServerLog.BYTES_MAX + 1));
                log.bound();
                assertThat(file).hasSize(0);
            }
            server.write(ByteBuffer.wrap("last".getBytes(UTF_8)));
        }
        assertThat(file).hasContent("last");
        assertThat(folder.resolve("postgres.log.1")).hasSize(ServerLog.BYTES_MAX + 1);
        assertThat(folder).isDirectoryNotContaining(each -> each.toString().endsWith(".2"));
    }

    @Test
    void refusesASecondProgramOnTheSameFolder(@TempDir Path folder) {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(first.path()))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("already runs");
        }
    }
}
