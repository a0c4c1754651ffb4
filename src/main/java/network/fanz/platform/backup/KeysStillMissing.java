package network.fanz.platform.backup;

import java.nio.file.Path;

/** A restore into a folder that has a database and no keys, as one without keys leaves it. */
final class KeysStillMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysStillMissing(Path data, Path keys) {
        super("There is a database in " + data + " already, and no keys in " + keys
                + ". Nothing was touched. If it came of a"
                + " restore without keys, copy its keys to " + keys + ", and it is whole. To restore anew, delete "
                + data
                + " first, or name another folder with --data.");
    }
}
