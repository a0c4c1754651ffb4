package network.fanz.platform.idempotency;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** The same key came with another body. */
@ProblemType(value = "idempotency-key-reused", status = 422, title = "The key was used for something else")
public final class IdempotencyKeyReused extends Problem {
    private static final long serialVersionUID = 1L;

    IdempotencyKeyReused() {
        super("This key was used before with other content. A new request takes a new key.");
    }
}
