package network.fanz.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import network.fanz.platform.files.DurableFiles;
import network.fanz.platform.postgres.AttachedPostgres;
import network.fanz.platform.postgres.DataFolder;

/**
 * A copy of the database's files and of the objects, taken while it works or while it rests, by PostgreSQL's low-level base backup (documentation, 25.3.3):
 * between start and stop the files are copied as they change, and the write-ahead log of that time makes them whole when they are
 * restored. No key is in it: destroying a person's key erases the person from every backup too.
 */
final class Backup {
    /** What PostgreSQL makes anew, or what belongs to the running server only. */
    private static final List<String> LEFT_OUT = List.of(
            "pg_wal/",
            "pg_replslot/",
            "pg_dynshmem/",
            "pg_notify/",
            "pg_serial/",
            "pg_snapshots/",
            "pg_stat_tmp/",
            "pg_subtrans/",
            "postmaster.pid",
            "postmaster.opts");

    /** Where the cluster lies in a backup. */
    static final String CLUSTER = "postgres/";

    private final AttachedPostgres server;
    private final Path part;
    private final Map<String, String> hashes = new TreeMap<>();
    private final ObjectCopy objects;
    private long objectsNamed;

    private Backup(AttachedPostgres server, Path data, Path part) {
        this.server = server;
        this.part = part;
        this.objects = new ObjectCopy(data, part, hashes);
    }

    /**
     * What was copied.
     *
     * @param files all files, objects among them
     * @param objects how many objects lay in the data folder
     * @param objectsNamed how many the database named when its copy was whole
     * @param damaged addresses of objects whose bytes are not what was written; they are copied as they are
     */
    record BackupContents(int files, long objects, long objectsNamed, List<String> damaged) {}

    /**
     * Copies database and objects of a data folder into a new folder, which appears only when it is whole.
     *
     * @throws DataFolderNotEmpty if the target exists and is not empty
     * @throws BackupInsideDataFolder if the target is inside the data folder
     */
    static BackupContents take(Path data, Path target) {
        return take(data, target, server -> {});
    }

    /** @param check what must hold of the database before anything is copied */
    static BackupContents take(Path data, Path target, Consumer<AttachedPostgres> check) {
        if (target.toAbsolutePath().normalize().startsWith(data.toAbsolutePath().normalize())) {
            throw new BackupInsideDataFolder(target);
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (AttachedPostgres server = AttachedPostgres.of(data)) {
            Restore.requireEmpty(target);
            check.accept(server);
            DurableFiles.delete(part);
            DurableFiles.makePrivate(part);
            Backup backup = new Backup(server, data, part);
            backup.copyAll(data);
            BackupManifest.write(part, backup.hashes);
            Files.deleteIfExists(target);
            DurableFiles.moveDurably(part, target);
            writeMark(data);
            return backup.contents();
        } catch (IOException failed) {
            throw new UncheckedIOException("The backup failed: " + failed.getMessage(), failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("The backup failed: " + failed.getMessage(), failed);
        }
    }

    /** A file of the data folder that is written anew with every backup, for the page of health. */
    static Path mark(Path data) {
        return data.resolve("last-backup");
    }

    /** Its time is what counts, so it takes the place of the one before. */
    private static void writeMark(Path data) throws IOException {
        Path next = data.resolve("last-backup.part");
        Files.deleteIfExists(next);
        DurableFiles.writeDurably(next, "Written when the last backup was whole.");
        DurableFiles.moveDurably(next, mark(data));
    }

    private BackupContents contents() {
        return new BackupContents(hashes.size(), objects.copied(), objectsNamed, objects.damaged());
    }

    private void copyAll(Path data) throws IOException, SQLException {
        objects.round();
        try (Connection connection = server.superuser()) {
            BaseBackupStore.retainWal(connection);
            BaseBackupStore.start(connection);
            Files.walkFileTree(
                    server.cluster(),
                    new LiveFolderVisitor(
                            server.cluster(), part.resolve(CLUSTER), Backup::leftOut, this::copyOfCluster));
            BaseBackupStore.BackupLabel backupLabel = BaseBackupStore.stop(connection);
            write(CLUSTER + "backup_label", backupLabel.text());
            for (String segment : backupLabel.segments()) {
                copy(server.cluster().resolve("pg_wal").resolve(segment), CLUSTER + "pg_wal/" + segment);
            }
            objectsNamed = BaseBackupStore.objectsNamed(connection);
        }
        objects.round();
        for (String secret : Restore.SECRETS) {
            copy(data.resolve("secrets").resolve(secret), "secrets/" + secret);
        }
        // Once a sample, always a sample: what is made up must not pass for real because it was copied.
        if (Files.exists(data.resolve(DataFolder.SAMPLE_MARK))) {
            copy(data.resolve(DataFolder.SAMPLE_MARK), DataFolder.SAMPLE_MARK);
            if (Files.exists(data.resolve(DataFolder.SAMPLE_SIGN_INS))) {
                copy(data.resolve(DataFolder.SAMPLE_SIGN_INS), DataFolder.SAMPLE_SIGN_INS);
            }
        }
    }

    private static boolean leftOut(String name) {
        return LEFT_OUT.stream().anyMatch(name::startsWith)
                || name.contains("pgsql_tmp")
                || name.endsWith("pg_internal.init");
    }

    /** A table dropped while we copy is gone from the copy too, and the log says so. */
    private void copyOfCluster(Path file, String name) throws IOException {
        copy(file, CLUSTER + name);
    }

    private void copy(Path file, String name) throws IOException {
        hashes.put(name, DurableFiles.copyDurably(file, part.resolve(name)));
    }

    private void write(String name, String text) throws IOException {
        hashes.put(name, DurableFiles.writeDurably(part.resolve(name), text));
    }
}
