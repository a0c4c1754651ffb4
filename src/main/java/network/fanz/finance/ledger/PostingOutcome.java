package network.fanz.finance.ledger;

import java.time.Instant;
import java.util.UUID;

/** The outcome of a posting; a retry of the same id gets an equal one. */
public sealed interface PostingOutcome {
    UUID id();

    /** The posting is durable. */
    record Accepted(UUID id, long firstSeq, Instant postedAt) implements PostingOutcome {}

    /** The posting is refused for ever: another try needs another id. */
    record Rejected(UUID id, RejectionReason reason) implements PostingOutcome {}
}
