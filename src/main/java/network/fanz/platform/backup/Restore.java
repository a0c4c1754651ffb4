package network.fanz.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import network.fanz.platform.files.DurableFiles;
import network.fanz.platform.postgres.DataFolder;
import network.fanz.platform.postgres.DataFolderNotEmpty;
import network.fanz.platform.postgres.EmbeddedPostgres;

/** Brings a backup back into an empty data folder; the next start replays the log in it and opens. */
final class Restore {
    /** The server's passwords: they open nothing but a server on the loopback of its own machine. */
    static final List<String> SECRETS = List.of("postgres-superuser", "postgres-owner", "postgres-program");

    /** Empty folders are not in the list of files, but PostgreSQL wants them. */
    private static final List<String> FOLDERS = List.of(
            "pg_wal/archive_status",
            "pg_wal/summaries",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_commit_ts",
            "pg_logical/snapshots",
            "pg_logical/mappings",
            "pg_stat",
            "pg_tblspc",
            "pg_twophase");

    private Restore() {}

    /**
     * @return how many files were brought back
     * @throws BackupDamaged if any file of the backup is not as it was written
     * @throws DataFolderNotEmpty if there is anything in the data folder
     */
    static int restore(Path backup, Path data) {
        try {
            requireEmpty(data);
            List<String> names = BackupManifest.verified(backup);
            try (DataFolder held = DataFolder.open(data)) {
                Path part = EmbeddedPostgres.stagingFolder(held);
                copy(backup, names, held.path(), part);
                EmbeddedPostgres.adopt(held, part);
            }
            return names.size();
        } catch (IOException failed) {
            throw new UncheckedIOException("The restore failed: " + failed.getMessage(), failed);
        }
    }

    static void requireEmpty(Path folder) throws IOException {
        if (!isEmpty(folder)) {
            throw new DataFolderNotEmpty(folder);
        }
    }

    static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void copy(Path backup, List<String> names, Path data, Path part) throws IOException {
        for (String folder : FOLDERS) {
            DurableFiles.makePrivate(part.resolve(folder));
        }
        for (String name : names) {
            Path target = name.startsWith(Backup.CLUSTER)
                    ? part.resolve(name.substring(Backup.CLUSTER.length()))
                    : data.resolve(name);
            DurableFiles.copyDurably(backup.resolve(name), target);
        }
    }
}
