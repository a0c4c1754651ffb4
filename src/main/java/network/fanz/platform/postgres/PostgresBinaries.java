package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import network.fanz.platform.files.DurableFiles;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked from the jar once into the data folder. */
final class PostgresBinaries {
    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** The folder with {@code bin/postgres} in it, unpacked now if it is not there yet. */
    static Path unpacked(Path data) {
        Path home = data.resolve("postgres-" + VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Path part = Files.createDirectories(data).resolve(home.getFileName() + ".part");
            DurableFiles.delete(part);
            unpack(part);
            return Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL's programs could not be unpacked", failed);
        }
    }

    private static void unpack(Path into) throws IOException {
        try (InputStream packed = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, into.resolve(entry.getName()).normalize(), into);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target, Path root)
            throws IOException {
        if (!target.startsWith(root)) {
            throw new IOException("An entry that leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            makeOpen(target);
            return;
        }
        makeOpen(target.resolveSibling(".").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Whatever the caller's umask: if root unpacks, it is another user who runs them. */
    private static void makeOpen(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeOpen(folder.resolveSibling(".").normalize());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static InputStream archive() {
        String name = "/postgres-" + system() + "-" + processor() + ".txz";
        InputStream stream = PostgresBinaries.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("This program was built for another system and brings no PostgreSQL for "
                    + system() + " on " + processor() + ". Build it here, or for all systems with Maven's profile"
                    + " all-platforms, or name an outside one with fanz.postgres.url.");
        }
        return stream;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        String arch = System.getProperty("os.arch");
        return arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64";
    }
}
