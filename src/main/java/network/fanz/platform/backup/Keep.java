package network.fanz.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import network.fanz.platform.postgres.Backup;
import network.fanz.platform.postgres.Restore;

/** The commands {@code ./fanz backup} and {@code ./fanz restore}. */
public final class Keep {
    private Keep() {}

    /** @param arguments verb, the backup's folder, the data folder, and the keys' folder if one was named */
    public static void main(String[] arguments) {
        Path backup = Path.of(arguments[1]);
        Path data = Path.of(arguments[2]);
        Optional<Path> keys = arguments.length > 3 ? Optional.of(Path.of(arguments[3])) : Optional.empty();
        try {
            if (arguments[0].equals("backup")) {
                backup(backup, data, keys);
            } else {
                restore(backup, data, keys);
            }
        } catch (IOException | RuntimeException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private static void backup(Path backup, Path data, Optional<Path> keys) throws IOException {
        if (keys.isPresent()) {
            KeyCopy.checkTarget(keys.get());
        }
        int files = Backup.take(data, backup);
        System.out.println("The database is in " + backup + ": " + files + " files.");
        if (keys.isEmpty()) {
            System.out.println(
                    "Its keys are not: they would bring back people who were erased. Keep them apart, in a place that is"
                            + " overwritten often, with --keys DIR.");
            return;
        }
        int copied = KeyCopy.write(data, keys.get());
        System.out.println("The keys are in " + keys.get() + ": " + copied
                + " files. Keep only the latest copy, away from the database's.");
    }

    private static void restore(Path backup, Path data, Optional<Path> keys) throws IOException {
        if (keys.isPresent()) {
            KeyCopy.checkSource(keys.get());
        }
        int files = Restore.bring(backup, data);
        System.out.println("The database is back in " + data + ": " + files + " files.");
        if (keys.isEmpty()) {
            System.out.println("Without its keys (--keys DIR) nobody's personal data can be read.");
            return;
        }
        int copied = KeyCopy.bring(keys.get(), data);
        System.out.println("The keys are back: " + copied + " files.");
    }
}
