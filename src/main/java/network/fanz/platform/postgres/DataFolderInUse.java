package network.fanz.platform.postgres;

import java.nio.file.Path;

/** Another running program has this data folder open. */
public final class DataFolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderInUse(Path folder) {
        super("Another FANZ already runs on the data folder " + folder
                + ". Stop it first, or name another folder with --data.");
    }
}
