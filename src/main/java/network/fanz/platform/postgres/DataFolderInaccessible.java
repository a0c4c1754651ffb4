package network.fanz.platform.postgres;

import java.nio.file.Path;

/** Root started the program, PostgreSQL dropped root's rights, and a folder above the data folder is closed to it. */
public final class DataFolderInaccessible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderInaccessible(Path folder, Path closed) {
        super("PostgreSQL never runs as root, and as another user it cannot reach " + folder + ", because " + closed
                + " is closed to others. Name another folder with --data, or start FANZ as an ordinary user.");
    }
}
