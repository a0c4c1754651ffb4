package network.fanz.security.ratelimit.counting;

import org.jspecify.annotations.Nullable;

/** The database does not answer, so no request can be counted. */
public final class LimitStoreDown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitStoreDown(@Nullable Throwable cause) {
        super("The limits' store does not answer.", cause);
    }
}
