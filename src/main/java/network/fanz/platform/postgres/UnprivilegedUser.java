package network.fanz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/** Root may start the program; PostgreSQL then runs as the user nobody, and owns its files. */
final class UnprivilegedUser {
    private static final String USER = "nobody";

    private UnprivilegedUser() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** What to put before a command so that it runs without root's rights; nothing for an ordinary user. */
    static List<String> commandPrefix() {
        return isRoot()
                ? List.of("setpriv", "--reuid=" + USER, "--regid=" + UserGroup.OF_USER, "--clear-groups", "--")
                : List.of();
    }

    /** The user's own group has another name on every system, so it is asked for: with root's group it would keep some of root's rights. */
    private static final class UserGroup {
        static final String OF_USER = ask();

        private static String ask() {
            try {
                Process asked = new ProcessBuilder("id", "-g", USER)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String number = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (!number.matches("[1-9][0-9]*")) {
                    throw new IllegalStateException(
                            "There is no user " + USER + " whose rights PostgreSQL could run with");
                }
                return number;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** @throws DataFolderInaccessible if PostgreSQL could not reach the folder with the rights that are left to it */
    static void checkAccess(Path folder) {
        if (!isRoot()) {
            return;
        }
        try {
            for (Path above = folder; above != null; above = above.getParent()) {
                boolean open = Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE);
                if (!open && !Files.getOwner(above).getName().equals(USER)) {
                    throw new DataFolderInaccessible(folder, above);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void giveOwnership(Path path) {
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

    static void createOwnedFile(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            giveOwnership(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
