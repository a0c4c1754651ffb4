package network.fanz.platform.objects;

import java.io.IOException;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The store does not take or give anything now: a full disk, a folder that may not be written, a server that does not answer. */
@ProblemType(value = "store-unreachable", status = 503, title = "Files cannot be stored or read now")
public final class StoreUnreachable extends Problem {
    private static final long serialVersionUID = 1L;
    private static final long RETRY_SECONDS = 30;

    StoreUnreachable(IOException cause) {
        super("Files cannot be stored or read at the moment. Nothing that was stored is lost. Please try again later.");
        initCause(cause);
    }

    @Override
    public Long retryAfterSeconds() {
        return RETRY_SECONDS;
    }
}
