package network.fanz.platform.postgres;

import java.nio.file.Path;

/** Something would be overwritten. */
public final class DataFolderNotEmpty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataFolderNotEmpty(Path folder) {
        super("The folder " + folder + " is not empty. Nothing was touched; name one that is empty or does not exist.");
    }
}
