package network.fanz.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import network.fanz.common.Sha256;

/** Whole folders on disk. */
public final class DurableFiles {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER = mode("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE = mode("rw-------");

    private DurableFiles() {}

    /** Deletes a folder with all that is in it, if it is there. */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        for (Path path : walk(root).reversed()) {
            Files.delete(path);
        }
    }

    /** Everything at and below a folder, parents first. */
    public static List<Path> walk(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** A folder, and those above it, that only the owner may enter. */
    public static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder, OWNERS_FOLDER);
    }

    /** Copies a file so that it outlives a power cut, and gives the SHA-256 of what was written. */
    public static String copyDurably(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            return writeDurably(in, to);
        }
    }

    /** Writes a new file so that it outlives a power cut, and gives the SHA-256 of it. */
    public static String writeDurably(Path to, String text) throws IOException {
        return writeDurably(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), to);
    }

    /** Renames, and waits until the name is on disk. */
    public static void moveDurably(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(to.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String writeDurably(InputStream in, Path to) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER_BYTES];
        makePrivate(to.resolveSibling(".").normalize());
        try (FileChannel out =
                FileChannel.open(to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNERS_FILE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                for (ByteBuffer left = ByteBuffer.wrap(buffer, 0, read); left.hasRemaining(); ) {
                    out.write(left);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
