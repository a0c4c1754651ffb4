package network.fanz.content.compliance;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A key that has changed a record comes again with something else. */
@ProblemType(value = "record-key-reused", status = 409, title = "The key belongs to another change of a record")
public final class RecordKeyReused extends Problem {
    private static final long serialVersionUID = 1L;

    public RecordKeyReused() {
        super("This idempotency key has already made another change. Send a new one with a new key.");
    }
}
