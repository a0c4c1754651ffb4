package network.fanz.platform.backup;

import java.nio.file.Path;

/** A copy that lies where the original lies is lost with it. */
final class BackupInsideDataFolder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupInsideDataFolder(Path target) {
        super("A backup does not belong inside the data folder, but " + target + " is there. Name a folder elsewhere.");
    }
}
