package network.fanz.platform.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import network.fanz.platform.files.DurableFiles;

/** A folder of files that are being written. */
final class Drafts {
    /** More than what a full disk's last block may still hold. */
    private static final int PROBE_BYTES = 64 * 1024;

    private final Path folder;
    private final Suspects suspects;

    Drafts(Path folder, LongSupplier nanos) {
        this.folder = folder;
        this.suspects = new Suspects(nanos);
    }

    /** A name that nothing has yet. */
    Path next() throws IOException {
        DurableFiles.makePrivate(folder);
        return folder.resolve(UUID.randomUUID().toString());
    }

    /** Whether there is room and permission for one more. */
    void probe() throws IOException {
        Path file = next();
        try {
            DurableFiles.writeDurably(file, "x".repeat(PROBE_BYTES));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What has not grown for an hour has no writer any more. */
    void deleteDead() throws IOException {
        suspects.beginRound();
        for (Path draft : files()) {
            try {
                BasicFileAttributes about = Files.readAttributes(draft, BasicFileAttributes.class);
                if (suspects.isStale(draft + " " + about.size())) {
                    Files.deleteIfExists(draft);
                }
            } catch (NoSuchFileException stored) {
                continue;
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.toList();
        } catch (NoSuchFileException notYet) {
            return List.of();
        }
    }
}
