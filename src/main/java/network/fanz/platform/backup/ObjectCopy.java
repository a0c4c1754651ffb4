package network.fanz.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.fanz.platform.files.DurableFiles;

/**
 * Copies the objects of a data folder, in two rounds: one before the database is copied, which takes long, and one after it for what has
 * come meanwhile. So all that the copied database names is there: what nobody needs any more stays in the store for a while
 * ({@code fanz.objects.released-for}). An object is named by the SHA-256 of its bytes, so a damaged one is told apart.
 */
final class ObjectCopy {
    static final String OBJECTS = "objects";
    private static final String DRAFTS = "drafts/";

    private final Path source;
    private final Path target;
    private final Map<String, String> hashes;
    private final List<String> damaged = new ArrayList<>();
    private long copied;

    /** @param hashes where the name and hash of each file of the backup are noted */
    ObjectCopy(Path data, Path target, Map<String, String> hashes) {
        this.source = data.resolve(OBJECTS);
        this.target = target.resolve(OBJECTS);
        this.hashes = hashes;
    }

    /** Takes what is not taken yet. */
    void round() throws IOException {
        if (Files.isDirectory(source)) {
            Files.walkFileTree(
                    source, new LiveFolderVisitor(source, target, name -> name.startsWith(DRAFTS), this::take));
        }
    }

    private void take(Path file, String name) throws IOException {
        String noted = OBJECTS + "/" + name;
        if (hashes.containsKey(noted)) {
            return;
        }
        String hash = copy(file, target.resolve(name));
        hashes.put(noted, hash);
        copied++;
        if (!file.endsWith(hash)) {
            damaged.add(String.valueOf(file.getFileName()));
        }
    }

    /** One that is deleted on the way leaves nothing half-copied. */
    private static String copy(Path file, Path to) throws IOException {
        try {
            return DurableFiles.copyDurably(file, to);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(to);
            throw gone;
        }
    }

    long copied() {
        return copied;
    }

    /** Addresses of those whose bytes are not what was written. */
    List<String> damaged() {
        return List.copyOf(damaged);
    }
}
