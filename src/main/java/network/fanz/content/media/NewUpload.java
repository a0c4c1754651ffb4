package network.fanz.content.media;

import network.fanz.common.InvalidField;
import network.fanz.common.VisibleText;
import network.fanz.platform.cardnumbers.CardNumbers;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to send.
 *
 * @param length bytes, one at least
 * @param fileName what its sender calls it, for their own list
 */
record NewUpload(long length, @Nullable String fileName) {
    static final int NAME_MAX = 200;
    private static final String LENGTH = "Upload-Length";
    private static final String NAME = "Upload-Metadata";

    NewUpload {
        if (length < 1) {
            throw new InvalidField(LENGTH, "A file has one byte at least.");
        }
    }

    /**
     * @param typed the name as it came; blank for none. Of a path only its last part counts, and it names nothing in the store
     * @throws InvalidField if it is too long, or holds what cannot be seen or a card number
     */
    static NewUpload of(long length, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return new NewUpload(length, null);
        }
        String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String name = VisibleText.line(NAME, last, NAME_MAX);
        if (CardNumbers.in(name)) {
            throw new InvalidField(NAME, "A card number does not belong here.");
        }
        return new NewUpload(length, name);
    }
}
