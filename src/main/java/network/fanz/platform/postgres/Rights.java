package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/** Root may start the program; PostgreSQL then runs as the user nobody, and owns its files. */
final class Rights {
    private static final String USER = "nobody";

    private Rights() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** What to put before a command so that it runs without root's rights; nothing for an ordinary user. */
    static List<String> dropped() {
        return isRoot() ? List.of("setpriv", "--reuid=" + USER, "--clear-groups", "--") : List.of();
    }

    /** @throws DataFolderClosed if PostgreSQL could not reach the folder with the rights that are left to it */
    static void checkReach(Path folder) {
        if (!isRoot()) {
            return;
        }
        try {
            for (Path above = folder; above != null; above = above.getParent()) {
                boolean open = Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE);
                if (!open && !Files.getOwner(above).getName().equals(USER)) {
                    throw new DataFolderClosed(folder, above);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void give(Path path) {
        if (!isRoot()) {
            return;
        }
        try {
            UserPrincipal user =
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(USER);
            Files.setOwner(path, user);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void giveFile(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            give(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
