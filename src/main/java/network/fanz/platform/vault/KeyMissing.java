package network.fanz.platform.vault;

import java.util.UUID;

/** The store has never held this subject's key: it is the wrong store, or an older one than the data. A fault, not an erasure. */
public final class KeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyMissing(UUID subject) {
        super("The key of subject " + subject
                + " is not in the key store. Does fanz.vault.folder name the folder that belongs to"
                + " this database?");
    }
}
