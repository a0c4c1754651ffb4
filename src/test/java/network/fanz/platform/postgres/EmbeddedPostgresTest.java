package network.fanz.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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

    @Test
    void refusesASecondProgramOnTheSameFolder(@TempDir Path folder) {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(first.path()))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("already runs");
        }
    }
}
