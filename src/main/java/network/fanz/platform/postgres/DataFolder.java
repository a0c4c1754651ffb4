package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import network.fanz.platform.files.SecretFiles;
import org.jspecify.annotations.Nullable;

/** The folder that holds all that one installation keeps on disk. While it is open, no other program can open it. */
public final class DataFolder implements AutoCloseable {
    /** The file that marks a folder as a sample. */
    public static final String SAMPLE_MARK = "sample";

    /** How people of a sample sign in, for whoever looks at it. */
    public static final String SAMPLE_SIGN_INS = "sample-sign-ins.txt";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * @throws DataFolderInUse if another program has it open
     * @throws DataFolderUnusable if nothing can be written there
     */
    public static DataFolder open(Path folder) {
        try {
            Path path = Files.createDirectories(folder.toAbsolutePath().normalize());
            FileChannel channel =
                    FileChannel.open(path.resolve("fanz.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DataFolderInUse(path);
            }
            return new DataFolder(path, channel, lock);
        } catch (IOException failed) {
            throw new DataFolderUnusable(folder, failed);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    /** Whether all in here is made up: once a sample, always a sample. */
    public boolean isSample() {
        return Files.exists(path.resolve(SAMPLE_MARK));
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** A random secret of 256 bits in hexadecimal, made at the first call and kept in {@code secrets/name}, readable by its owner only. */
    public String secret(String name) {
        return secretFile(path.resolve("secrets").resolve(name), () -> {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    /** Writes text that only the owner may read, whole or not at all. */
    public static void writeSecret(Path file, String text) {
        try {
            SecretFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String secretFile(Path file, Supplier<String> made) {
        try {
            if (!Files.exists(file)) {
                writeSecret(file, made.get());
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
