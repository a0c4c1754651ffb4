package network.fanz.platform.vault;

import org.jspecify.annotations.Nullable;

/** A ciphertext does not open: it was changed, moved from another field or subject, or sealed under another key. */
public final class BrokenSeal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenSeal(String field, @Nullable Throwable cause) {
        super("A sealed value of " + field + " does not open.", cause);
    }
}
