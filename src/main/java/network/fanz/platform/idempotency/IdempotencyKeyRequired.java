package network.fanz.platform.idempotency;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;

/** A changing request has no key, or one that is too short, too long or not printable. */
@ProblemType(value = "idempotency-key-needed", status = 422, title = "An idempotency key is needed")
public final class IdempotencyKeyRequired extends Problem {
    private static final long serialVersionUID = 1L;

    IdempotencyKeyRequired(String where) {
        super(
                where,
                "A request that changes something carries a key of 8 to 200 printable characters without spaces in "
                        + where + ", the same when it is sent again.");
    }
}
