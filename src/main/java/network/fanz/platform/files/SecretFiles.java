package network.fanz.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/** Small files of mode 0600 that appear whole, durable and once, also when several nodes share their folder. */
public final class SecretFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretFiles() {}

    /**
     * Makes the file unless another node was faster. A hard link appears with its content or not at all.
     *
     * @return false if another node was faster: then its content is the one that counts, and the caller reads it
     */
    public static boolean createOnce(Path file, byte[] content) throws IOException {
        makeFolder(folderOf(file));
        Path part = writePart(file, content);
        try {
            Files.createLink(file, part);
            sync(folderOf(file));
            return true;
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return false;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Puts new content in the file's place and then overwrites what was there, as far as the disk lets us. */
    public static void replace(Path file, byte[] content) throws IOException {
        makeFolder(folderOf(file));
        Path part = writePart(file, content);
        if (!Files.exists(file)) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folderOf(file));
            return;
        }
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folderOf(file));
            byte[] noise = new byte[(int) old.size()];
            RANDOM.nextBytes(noise);
            write(old, noise);
        }
    }

    /** @throws IOException if anyone but its owner may read the file */
    public static byte[] read(Path file) throws IOException {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(FILE);
        if (!others.isEmpty()) {
            throw new IOException("Others than its owner may use " + file + ": set its mode to 0600 first.");
        }
        return Files.readAllBytes(file);
    }

    /** Makes the folder and those above it that are missing, each durable before the next. */
    public static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            makeFolder(above);
        }
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            return;
        }
        if (above != null) {
            sync(above);
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file in a folder");
    }

    private static Path writePart(Path file, byte[] content) throws IOException {
        byte[] name = new byte[8];
        RANDOM.nextBytes(name);
        Path part =
                file.resolveSibling(file.getFileName() + "." + HexFormat.of().formatHex(name) + ".part");
        try (FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(FILE))) {
            write(channel, content);
        } catch (IOException failed) {
            // Of a full disk nothing is left over.
            Files.deleteIfExists(part);
            throw failed;
        }
        return part;
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(Arrays.copyOf(content, content.length));
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
