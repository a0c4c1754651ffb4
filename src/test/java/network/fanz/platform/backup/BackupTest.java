package network.fanz.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import network.fanz.platform.files.DurableFiles;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.DataFolderMissing;
import network.fanz.platform.postgres.DataFolderNotEmpty;
import network.fanz.platform.postgres.EmbeddedPostgres;
import network.fanz.platform.postgres.Migrations;
import network.fanz.platform.vault.Vault;
import network.fanz.testing.TestDatabase;
import network.fanz.testing.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Tag("database")
class BackupTest {
    private final Path root = TestFolders.forPostgres("backup");
    private final Path data = root.resolve("data");
    private final Path backup = root.resolve("backup");
    private final Path elsewhere = root.resolve("elsewhere");

    @AfterEach
    void tidyUp() {
        TestFolders.delete(root);
    }

    @Test
    void bringsBackWhatWasAcknowledgedWhileItWasTakenUnderLoad() throws Exception {
        long before;
        try (DataFolder folder = opened(data);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            execute(server, "create table number (n bigint primary key, filler text)");
            AtomicBoolean stop = new AtomicBoolean();
            Thread load = Thread.ofVirtual().start(() -> write(server, stop));
            while (count(server) < 500) {
                Thread.sleep(20);
            }
            before = count(server);
            Backup.take(data, backup);
            stop.set(true);
            load.join();
        }
        Restore.restore(backup, elsewhere);
        try (DataFolder folder = opened(elsewhere);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(count(server)).isGreaterThanOrEqualTo(before);
            assertThat(gaps(server)).isZero();
        }
    }

    @Test
    void takesACopyOfADatabaseAtRest() throws Exception {
        try (DataFolder folder = opened(data);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            execute(server, "create table number (n bigint primary key, filler text)");
            execute(server, "insert into number values (1, 'x')");
        }
        Backup.take(data, backup);
        assertThat(backup.resolve("keys")).doesNotExist();
        Restore.restore(backup, elsewhere);
        assertThat(Backup.mark(data)).exists();
        Backup.take(data, root.resolve("tuesday"));
        Backup.take(data, root.resolve("wednesday"));
        assertThat(Backup.mark(data)).exists();
        assertThat(Backup.mark(elsewhere)).doesNotExist();
        try (DataFolder folder = opened(elsewhere);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            assertThat(count(server)).isOne();
        }
    }

    @Test
    void refusesADamagedBackupAndAFolderThatIsNotEmpty() throws IOException {
        try (DataFolder folder = opened(data);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            Backup.take(data, backup);
            assertThatThrownBy(() -> Backup.take(data, backup)).isInstanceOf(DataFolderNotEmpty.class);
        }
        assertThatThrownBy(() -> Restore.restore(backup, data)).isInstanceOf(DataFolderNotEmpty.class);
        Path file = backup.resolve("postgres").resolve("PG_VERSION");
        Files.writeString(file, "!", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Restore.restore(backup, elsewhere))
                .isInstanceOf(BackupDamaged.class)
                .hasMessageContaining("PG_VERSION has changed");
        Files.delete(file);
        assertThatThrownBy(() -> Restore.restore(backup, elsewhere)).hasMessageContaining("PG_VERSION is missing");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void saysWhereNoDatabaseIs() {
        assertThatThrownBy(() -> Backup.take(data, backup)).isInstanceOf(DataFolderMissing.class);
    }

    @Test
    void keepsKeysApartAndBringsThemBack() throws IOException {
        Path key = data.resolve("keys").resolve("ab").resolve("one.key");
        Files.createDirectories(key.getParent());
        Files.writeString(key, "secret");
        Path copy = root.resolve("keys");
        assertThat(KeyCopy.copy(data.resolve("keys"), copy)).isOne();
        assertThat(KeyCopy.copy(copy, elsewhere.resolve("keys"))).isOne();
        assertThat(elsewhere.resolve("keys/ab/one.key")).hasContent("secret");
        assertThatThrownBy(() -> KeyCopy.copy(data.resolve("keys"), copy)).isInstanceOf(DataFolderNotEmpty.class);
    }

    @Test
    void goesOnWhenFilesVanishWhileItCopies() throws IOException {
        Path live = Files.createDirectories(root.resolve("live/base"));
        for (int file = 0; file < 100; file++) {
            Files.writeString(live.resolve("table-" + file), "rows");
        }
        List<String> taken = new ArrayList<>();
        LiveFolderVisitor tree =
                new LiveFolderVisitor(root.resolve("live"), root.resolve("copy"), name -> false, (file, name) -> {
                    taken.add(name);
                    try (Stream<Path> others = Files.list(live)) {
                        for (Path other : others.toList()) {
                            Files.delete(other);
                        }
                    }
                    DurableFiles.copyDurably(file, root.resolve("copy").resolve(name));
                });
        assertThatCode(() -> Files.walkFileTree(root.resolve("live"), tree)).doesNotThrowAnyException();
        assertThat(taken).hasSize(1);
    }

    @Test
    void aRestoredSampleIsStillASample() throws IOException {
        try (DataFolder folder = opened(data);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            Files.writeString(folder.resolve(DataFolder.SAMPLE_MARK), "made");
            DataFolder.writeSecret(folder.resolve(DataFolder.SAMPLE_SIGN_INS), "how one signs in");
            Backup.take(data, backup);
        }
        Restore.restore(backup, elsewhere);
        try (DataFolder folder = DataFolder.open(elsewhere)) {
            assertThat(folder.isSample()).isTrue();
            assertThat(folder.resolve(DataFolder.SAMPLE_MARK)).hasContent("made");
            assertThat(folder.resolve(DataFolder.SAMPLE_SIGN_INS)).hasContent("how one signs in");
            assertThat(Files.getPosixFilePermissions(folder.resolve(DataFolder.SAMPLE_SIGN_INS)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void refusesKeysOfAnotherDatabaseBeforeItCopiesAnything() {
        try (DataFolder folder = opened(data);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            Migrations.run(new DriverManagerDataSource(server.url(), "fanz_owner", server.ownerPassword()), "fanz_app");
            Vault.in(root.resolve("right"));
            Vault.in(root.resolve("wrong"));
            try (AttachedPostgres borrowed = AttachedPostgres.of(data)) {
                KeyCopy.checkSource(root.resolve("right"), borrowed);
            }
            assertThatThrownBy(() ->
                            Backup.take(data, backup, borrowed -> KeyCopy.checkSource(root.resolve("wrong"), borrowed)))
                    .hasMessageContaining("does not belong to this database");
            assertThatThrownBy(() -> Backup.take(
                            data, backup, borrowed -> KeyCopy.checkSource(root.resolve("nowhere"), borrowed)))
                    .hasMessageContaining("no keys in");
        }
        assertThat(backup).doesNotExist();
    }

    @Test
    void bringsBackNoKeysOfAnotherDatabase() throws IOException {
        try (DataFolder folder = opened(data);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            Migrations.run(new DriverManagerDataSource(server.url(), "fanz_owner", server.ownerPassword()), "fanz_app");
            Vault.in(root.resolve("right"));
            Vault.in(root.resolve("wrong"));
            Backup.take(data, backup, borrowed -> KeyCopy.checkSource(root.resolve("right"), borrowed));
        }
        assertThatThrownBy(() -> BackupCommand.run(
                        "restore", backup, elsewhere, elsewhere.resolve("keys"), Optional.of(root.resolve("wrong"))))
                .hasMessageContaining("does not belong to this database")
                .hasMessageContaining("copy its own keys to " + elsewhere.resolve("keys"))
                .hasMessageContaining("or delete " + elsewhere + " and restore anew");
        assertThat(elsewhere.resolve("keys")).doesNotExist();
    }

    @Test
    void refusesToCopyADatabaseIntoItself() {
        assertThatThrownBy(() -> Backup.take(data, data.resolve("backups").resolve("monday")))
                .hasMessageContaining("does not belong inside the data folder");
    }

    @Test
    void keysAndDatabaseDoNotLieInEachOther() {
        Path copy = root.resolve("monday");
        for (Path keys : List.of(copy.resolve("keys"), copy, root)) {
            assertThatThrownBy(() -> BackupCommand.run("backup", copy, data, root.resolve("keys"), Optional.of(keys)))
                    .hasMessageContaining("keys do not belong inside the database's copy");
        }
    }

    @Test
    void looksForTheKeysBeforeItRestores() {
        assertThatThrownBy(() -> BackupCommand.run(
                        "restore", backup, elsewhere, elsewhere.resolve("keys"), Optional.of(root.resolve("nowhere"))))
                .hasMessageContaining("Nothing was copied")
                .hasMessageEndingWith("with --keys.");
        assertThat(elsewhere).doesNotExist();
    }

    @Test
    void saysWhatToDoWithADatabaseThatCameBackWithoutItsKeys() throws IOException {
        try (DataFolder folder = opened(data);
                EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
            Backup.take(data, backup);
        }
        Vault.in(root.resolve("right"));
        Path keys = elsewhere.resolve("keys");
        BackupCommand.run("restore", backup, elsewhere, keys, Optional.empty());
        assertThatThrownBy(
                        () -> BackupCommand.run("restore", backup, elsewhere, keys, Optional.of(root.resolve("right"))))
                .hasMessageContaining("copy its keys to " + keys)
                .hasMessageContaining("delete " + elsewhere + " first")
                .hasMessageContaining("Nothing was touched");
        KeyCopy.copy(root.resolve("right"), keys);
        assertThatThrownBy(
                        () -> BackupCommand.run("restore", backup, elsewhere, keys, Optional.of(root.resolve("right"))))
                .isInstanceOf(DataFolderNotEmpty.class);
    }

    private static DataFolder opened(Path path) {
        TestDatabase.lendPrograms(path);
        return DataFolder.open(path);
    }

    private static void write(EmbeddedPostgres server, AtomicBoolean stop) {
        try (Connection connection = server.superuser();
                Statement statement = connection.createStatement()) {
            for (long n = 0; !stop.get(); n++) {
                statement.execute("insert into number values (" + n + ", repeat('x', 500))");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long count(EmbeddedPostgres server) throws SQLException {
        return number(server, "select count(*) from number");
    }

    private static long gaps(EmbeddedPostgres server) throws SQLException {
        return number(server, "select max(n) + 1 - count(*) from number");
    }

    private static long number(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.superuser()) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(query)
                    .query(Long.class)
                    .single();
        }
    }

    private static void execute(EmbeddedPostgres server, String command) throws SQLException {
        try (Connection connection = server.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
