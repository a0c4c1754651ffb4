package network.fanz.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import network.fanz.platform.postgres.DataFolderNotEmpty;

/** Copies the key folder. Keys are small files that are written once, so a copy needs no pause of the program. */
final class KeyCopy {
    private static final String KEYS = "keys";
    private static final String MASTER = "master.key";

    private KeyCopy() {}

    /** Before anything is copied: a database without its keys is half a backup. */
    static void checkTarget(Path target) throws IOException {
        if (Files.exists(target) && !isEmpty(target)) {
            throw new DataFolderNotEmpty(target);
        }
    }

    static void checkSource(Path source) {
        if (!Files.isRegularFile(source.resolve(MASTER))) {
            throw new KeysMissing(source);
        }
    }

    /** @return how many files were copied */
    static int write(Path data, Path target) throws IOException {
        return copy(data.resolve(KEYS), target);
    }

    static int bring(Path source, Path data) throws IOException {
        return copy(source, data.resolve(KEYS));
    }

    private static int copy(Path from, Path to) throws IOException {
        checkTarget(to);
        try (Stream<Path> walked = Files.walk(from)) {
            List<Path> paths =
                    walked.filter(path -> !path.toString().endsWith(".part")).toList();
            int files = 0;
            for (Path path : paths) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target, mode("rwx------"));
                } else {
                    copyFile(path, target);
                    files++;
                }
            }
            return files;
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = FileChannel.open(
                        to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode("rw-------"))) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
