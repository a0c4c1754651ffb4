package network.fanz.finance.ledger.books;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import network.fanz.finance.ledger.Outcome;
import network.fanz.finance.ledger.Outcome.Reason;

/**
 * What an id was first used for, and what became of it.
 *
 * @param request SHA-256 of what was asked
 * @param reason 0 when accepted
 * @param firstSeq 0 when rejected
 */
public record Stored(UUID id, byte[] request, int reason, long firstSeq, Instant postedAt) {
    /** The answer to whoever asks under this id: the original one, unless something else is asked. */
    Outcome answer(byte[] asked) {
        if (!Arrays.equals(request, asked)) {
            return new Outcome.Rejected(id, Reason.ID_USED_FOR_ANOTHER);
        }
        return reason == 0 ? new Outcome.Accepted(id, firstSeq, postedAt) : new Outcome.Rejected(id, Reason.of(reason));
    }
}
