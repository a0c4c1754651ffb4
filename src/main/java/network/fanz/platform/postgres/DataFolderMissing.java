package network.fanz.platform.postgres;

import java.nio.file.Path;

/** There is no database where one was looked for. */
public final class DataFolderMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderMissing(Path folder) {
        super("There is no database in " + folder + ". Name the data folder with --data.");
    }
}
