package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;

/**
 * What an id was first used for, and what became of it.
 *
 * @param requestHash SHA-256 of what was asked
 * @param reason 0 when accepted
 * @param firstSeq 0 when rejected
 */
public record PriorOutcome(UUID id, byte[] requestHash, int reason, long firstSeq, Instant postedAt) {
    /** The answer to whoever asks under this id: the original one, unless something else is asked. */
    PostingOutcome outcomeFor(byte[] asked) {
        if (!Arrays.equals(requestHash, asked)) {
            return new PostingOutcome.Rejected(id, RejectionReason.ID_USED_FOR_ANOTHER);
        }
        return reason == 0
                ? new PostingOutcome.Accepted(id, firstSeq, postedAt)
                : new PostingOutcome.Rejected(id, RejectionReason.of(reason));
    }
}
