package network.fanz.security.ratelimit.counting;

import org.jspecify.annotations.Nullable;

/** The database does not answer, so nobody can count. */
public final class StoreDown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreDown(@Nullable Throwable cause) {
        super("The limits' store does not answer.", cause);
    }
}
