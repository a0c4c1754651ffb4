package network.fanz.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import network.fanz.platform.backup.Backup.BackupContents;
import network.fanz.platform.postgres.AttachedPostgres;

/** The commands {@code ./fanz backup} and {@code ./fanz restore}. */
public final class BackupCommand {
    private BackupCommand() {}

    /** @param arguments verb, the backup's folder, the data folder, the folder of its keys, and that of their copy if one was named */
    public static void main(String[] arguments) {
        Path backup = Path.of(arguments[1]);
        Path data = Path.of(arguments[2]);
        Path keys = Path.of(arguments[3]);
        Optional<Path> copy = arguments.length > 4 ? Optional.of(Path.of(arguments[4])) : Optional.empty();
        try {
            run(arguments[0], backup, data, keys, copy);
        } catch (IOException | RuntimeException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    static void run(String verb, Path backup, Path data, Path keys, Optional<Path> copy) throws IOException {
        if (verb.equals("backup")) {
            backup(backup, data, keys, copy);
        } else {
            restore(backup, data, keys, copy);
        }
    }

    private static void backup(Path backup, Path data, Path keys, Optional<Path> copy) throws IOException {
        if (copy.isEmpty()) {
            report(backup, Backup.take(data, backup));
            System.out.println(
                    "Its keys are not: they would bring back people who were erased. Keep them apart, in a place that is"
                            + " overwritten often, with --keys DIR.");
            return;
        }
        if (isInside(copy.get(), backup) || isInside(backup, copy.get())) {
            throw new KeysInsideBackup(copy.get());
        }
        Restore.requireEmpty(copy.get());
        report(backup, Backup.take(data, backup, server -> KeyCopy.checkSource(keys, server)));
        int copied = KeyCopy.copy(keys, copy.get());
        System.out.println("The keys are in " + copy.get() + ": " + copied
                + " files. Keep only the latest copy, away from the database's.");
    }

    private static void report(Path backup, BackupContents contents) {
        System.out.println("The database is in " + backup + ": " + contents.files() + " files"
                + (contents.objects() == 0
                        ? "."
                        : ", " + contents.objects() + " of them uploaded files and what was made of them."));
        contents.damaged()
                .forEach(address -> System.out.println(
                        "ATTENTION: the object " + address + " is damaged where it lies, and is copied as it is."));
        if (contents.objectsNamed() > contents.objects()) {
            System.out.println("ATTENTION: the database names " + contents.objectsNamed() + " objects, and "
                    + contents.objects()
                    + " lie in the data folder. If fanz.objects names another place, copy that place"
                    + " too, after the database; if not, FanzDash's page of health says what is missing.");
        }
    }

    private static boolean isInside(Path folder, Path other) {
        return folder.toAbsolutePath()
                .normalize()
                .startsWith(other.toAbsolutePath().normalize());
    }

    private static void restore(Path backup, Path data, Path keys, Optional<Path> copy) throws IOException {
        if (Files.isDirectory(data.resolve("postgres")) && Restore.isEmpty(keys)) {
            throw new KeysStillMissing(data, keys);
        }
        if (copy.isPresent()) {
            KeyCopy.requireKeys(copy.get(), "--keys");
            Restore.requireEmpty(keys);
        }
        int files = Restore.restore(backup, data);
        System.out.println("The database is back in " + data + ": " + files + " files.");
        if (copy.isEmpty()) {
            System.out.println(
                    "Without its keys nobody's personal data can be read, and it does not start. Copy them to " + keys
                            + " before the first start.");
            return;
        }
        try (AttachedPostgres server = AttachedPostgres.of(data)) {
            KeyCopy.checkSource(copy.get(), server);
        } catch (RuntimeException wrong) {
            throw new KeysNotRestored(data, keys, wrong);
        }
        int copied = KeyCopy.copy(copy.get(), keys);
        System.out.println("The keys are back: " + copied + " files.");
    }
}
