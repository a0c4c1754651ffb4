package network.fanz.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import network.fanz.platform.files.DurableFiles;

/** The list of a backup's files with the SHA-256 of each, one a line, as {@code sha256sum --check} reads it. */
final class BackupManifest {
    private static final String NAME = "files.sha256";

    private BackupManifest() {}

    static void write(Path backup, Map<String, String> hashes) throws IOException {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        DurableFiles.writeDurably(backup.resolve(NAME), lines.toString());
    }

    /**
     * The names of the files, each found to be as it was written.
     *
     * @throws BackupDamaged if one is missing, changed or added
     */
    static List<String> verified(Path backup) throws IOException {
        if (!Files.exists(backup.resolve(NAME))) {
            throw new BackupDamaged("there is no list of files in " + backup);
        }
        Map<String, String> hashes = new TreeMap<>();
        for (String line : Files.readAllLines(backup.resolve(NAME))) {
            hashes.put(line.substring(66), line.substring(0, 64));
        }
        for (Path file : DurableFiles.walk(backup)) {
            String name = backup.relativize(file).toString();
            if (Files.isRegularFile(file) && !name.equals(NAME) && !hashes.containsKey(name)) {
                throw new BackupDamaged(name + " does not belong to it");
            }
        }
        for (Map.Entry<String, String> listed : hashes.entrySet()) {
            check(backup.resolve(listed.getKey()), listed.getKey(), listed.getValue());
        }
        return List.copyOf(new TreeSet<>(hashes.keySet()));
    }

    private static void check(Path file, String name, String expected) throws IOException {
        if (!Files.exists(file)) {
            throw new BackupDamaged(name + " is missing");
        }
        if (!DurableFiles.hash(file).equals(expected)) {
            throw new BackupDamaged(name + " has changed");
        }
    }
}
