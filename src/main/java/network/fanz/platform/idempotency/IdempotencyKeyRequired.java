package network.fanz.platform.idempotency;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** A changing request has no key, several, or one that is too short, too long or not printable. */
@ProblemType(value = "idempotency-key-needed", status = 422, title = "An idempotency key is needed")
public final class IdempotencyKeyRequired extends Problem {
    private static final long serialVersionUID = 1L;

    IdempotencyKeyRequired(String where) {
        super(
                where,
                Sentence.of(
                        "A request that changes something needs one key in {0}: 8 to 200 printable characters without spaces. Send the same key when you send the request again.",
                        where));
    }
}
