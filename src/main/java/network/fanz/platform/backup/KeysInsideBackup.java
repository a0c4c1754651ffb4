package network.fanz.platform.backup;

import java.nio.file.Path;

/** Keys that lie with the database's copy are no keys kept apart, and the copy is then not whole: it has files that are not its own. */
final class KeysInsideBackup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysInsideBackup(Path keys) {
        super("The keys do not belong inside the database's copy, nor it inside them, but " + keys
                + " would be. Name a folder elsewhere, best on another disk.");
    }
}
