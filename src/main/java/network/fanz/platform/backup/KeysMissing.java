package network.fanz.platform.backup;

import java.nio.file.Path;

/** There are no keys where a restore should find them. */
final class KeysMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysMissing(Path folder) {
        super("There are no keys in " + folder + ". Nothing was restored.");
    }
}
