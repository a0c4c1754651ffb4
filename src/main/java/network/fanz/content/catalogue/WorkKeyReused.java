package network.fanz.content.catalogue;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** One key has begun one work, and is sent with another file. */
@ProblemType(value = "work-key-reused", status = 409, title = "This key has begun another work")
public final class WorkKeyReused extends Problem {
    private static final long serialVersionUID = 1L;

    public WorkKeyReused() {
        super("This idempotency key has begun a work with another file. Use a new key.");
    }
}
