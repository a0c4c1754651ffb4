package network.fanz.platform.vault;

import java.io.IOException;
import org.springframework.dao.DataAccessResourceFailureException;

/** The keys' disk is full, gone or refuses: like the database's own failure it ends by itself, and whoever asks again later is served. */
final class KeysUnreachable extends DataAccessResourceFailureException {
    private static final long serialVersionUID = 1L;

    KeysUnreachable(IOException cause) {
        super("A key cannot be read or written", cause);
    }
}
