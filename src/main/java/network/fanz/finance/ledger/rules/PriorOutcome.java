package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import network.fanz.finance.ledger.PostingOutcome;
import network.fanz.finance.ledger.RejectionReason;

/**
 * The request that first used an id, and its outcome.
 *
 * @param requestHash SHA-256 of that request
 * @param reason 0 when accepted
 * @param firstSeq 0 when rejected
 */
public record PriorOutcome(UUID id, byte[] requestHash, int reason, long firstSeq, Instant postedAt) {
    /** The original outcome if the request is the same, else a rejection: the id is used for another request. */
    PostingOutcome outcomeFor(byte[] otherRequestHash) {
        if (!Arrays.equals(requestHash, otherRequestHash)) {
            return new PostingOutcome.Rejected(id, RejectionReason.ID_USED_FOR_ANOTHER);
        }
        return reason == 0
                ? new PostingOutcome.Accepted(id, firstSeq, postedAt)
                : new PostingOutcome.Rejected(id, RejectionReason.of(reason));
    }
}
