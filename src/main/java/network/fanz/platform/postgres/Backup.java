package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A copy of the database's files, taken while it works or while it rests, by PostgreSQL's low-level base backup (documentation, 25.3.3):
 * between start and stop the files are copied as they change, and the write-ahead log of that time makes them whole when they are
 * restored. No key is in it: who destroys a person's key erases the person from every backup too.
 */
public final class Backup {
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

    private final BorrowedPostgres server;
    private final Path part;
    private final Map<String, String> hashes = new TreeMap<>();

    private Backup(BorrowedPostgres server, Path part) {
        this.server = server;
        this.part = part;
    }

    /**
     * Copies the database of a data folder into a new folder, which appears only when it is whole.
     *
     * @return how many files it has
     * @throws DataFolderNotEmpty if the target exists and is not empty
     * @throws BackupMisplaced if the target is inside the data folder
     */
    public static int take(Path data, Path target) {
        if (target.toAbsolutePath().normalize().startsWith(data.toAbsolutePath().normalize())) {
            throw new BackupMisplaced(target);
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (BorrowedPostgres server = BorrowedPostgres.of(data)) {
            Restore.refuseFull(target);
            Trees.delete(part);
            Trees.makePrivate(part);
            Backup backup = new Backup(server, part);
            backup.copyAll(data);
            BackupList.write(part, backup.hashes);
            Files.deleteIfExists(target);
            Trees.moveDurably(part, target);
            return backup.hashes.size();
        } catch (IOException failed) {
            throw new UncheckedIOException("The backup failed: " + failed.getMessage(), failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("The backup failed: " + failed.getMessage(), failed);
        }
    }

    private void copyAll(Path data) throws IOException, SQLException {
        try (Connection connection = server.superuser()) {
            BackupStore.keepLog(connection);
            BackupStore.start(connection);
            copyFiles();
            BackupStore.Label label = BackupStore.stop(connection);
            write("postgres/backup_label", label.text());
            for (String segment : label.segments()) {
                copy(server.cluster().resolve("pg_wal").resolve(segment), "postgres/pg_wal/" + segment);
            }
        }
        for (String secret : Restore.SECRETS) {
            copy(data.resolve("secrets").resolve(secret), "secrets/" + secret);
        }
    }

    private void copyFiles() throws IOException {
        Path cluster = server.cluster();
        try (Stream<Path> files = Files.walk(cluster)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = cluster.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    Trees.makePrivate(part.resolve("postgres").resolve(name));
                } else if (!leftOut(name)) {
                    copyIfStillThere(file, "postgres/" + name);
                }
            }
        } catch (UncheckedIOException vanished) {
            throw vanished.getCause();
        }
    }

    private static boolean leftOut(String name) {
        return LEFT_OUT.stream().anyMatch(name::startsWith)
                || name.contains("pgsql_tmp")
                || name.endsWith("pg_internal.init");
    }

    /** A table dropped while we copy is gone from the copy too, and the log says so. */
    private void copyIfStillThere(Path file, String name) throws IOException {
        try {
            copy(file, name);
        } catch (NoSuchFileException dropped) {
            hashes.remove(name);
        }
    }

    private void copy(Path file, String name) throws IOException {
        hashes.put(name, Trees.copyDurably(file, part.resolve(name)));
    }

    private void write(String name, String text) throws IOException {
        hashes.put(name, Trees.writeDurably(part.resolve(name), text));
    }
}
