package network.fanz.platform.idempotency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.platform.postgres.DataFolder;

/**
 * The note in the data folder that says which run of the program has it: what is left of a run that was killed, for one that ends by itself
 * takes its note away. Whoever reads it holds the folder's lock, so the process that wrote it is gone, if it wrote it in this very place.
 */
final class RunNote {
    private static final String NAME = "fanz.run";
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path file;
    private final Optional<String> place;

    private RunNote(Path file, Optional<String> place) {
        this.file = file;
        this.place = place;
    }

    /** Of a folder that holds its database too: a copy of it is a copy of the keys as well, and frees no others. */
    static RunNote withDatabase(Path folder) {
        return new RunNote(folder.resolve(NAME), Optional.of("with its database"));
    }

    /**
     * Of a folder whose database is shared: a copy of the folder, or a clone of the machine, frees no keys of the run that it was taken of,
     * for that may still live. Where the system does not tell one machine's start from another's nothing is freed.
     */
    static RunNote besideDatabase(Path folder) {
        try {
            Object inode =
                    Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            boolean told = inode != null && Files.isReadable(BOOT);
            return new RunNote(
                    folder.resolve(NAME),
                    told ? Optional.of(Files.readString(BOOT).strip() + " " + inode) : Optional.empty());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The run that was killed in this folder; empty if the last one ended by itself, or it is not certain that it is gone. */
    Optional<UUID> killed() {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() == 2 && place.isPresent() && place.get().equals(lines.getLast())
                    ? Optional.of(UUID.fromString(lines.getFirst()))
                    : Optional.empty();
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException noneOrDamaged) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void write(UUID run) {
        DataFolder.writeSecret(file, run + "\n" + place.orElse("nowhere") + "\n");
    }

    void takeAway() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
