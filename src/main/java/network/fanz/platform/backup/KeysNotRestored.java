package network.fanz.platform.backup;

import java.nio.file.Path;

/** The database is back, and the keys that were named do not go with it: only the database that came back can tell. */
final class KeysNotRestored extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysNotRestored(Path data, Path keys, RuntimeException why) {
        super(
                why.getMessage() + " No key was copied. The database is back in " + data + ": copy its own keys to "
                        + keys + " before the first start, or delete " + data + " and restore anew.",
                why);
    }
}
