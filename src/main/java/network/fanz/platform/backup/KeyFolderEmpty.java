package network.fanz.platform.backup;

import java.nio.file.Path;

/** There are no keys where they should be. */
final class KeyFolderEmpty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param option what names their folder */
    KeyFolderEmpty(Path folder, String option) {
        super("There are no keys in " + folder + ". Nothing was copied. Name their folder with " + option + ".");
    }
}
