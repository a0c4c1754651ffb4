package network.fanz.finance.ledger;

import java.time.Instant;
import java.util.UUID;

/** What became of a posting; a retry of the same id gets an equal one. */
public sealed interface Outcome {
    UUID id();

    /** It is durable. */
    record Accepted(UUID id, long firstSeq, Instant postedAt) implements Outcome {}

    /** It was refused, for ever: another try needs another id. */
    record Rejected(UUID id, Reason reason) implements Outcome {}

    /** Why a posting is refused. */
    enum Reason {
        INSUFFICIENT_FUNDS,
        ACCOUNT_UNKNOWN,
        ACCOUNT_FROZEN,
        ACCOUNT_CLOSED,
        ASSET_MISMATCH,
        PENDING_UNKNOWN,
        PENDING_ALREADY_POSTED,
        PENDING_ALREADY_VOIDED,
        PENDING_EXPIRED,
        ALREADY_REVERSED,
        ID_USED_FOR_ANOTHER
    }
}
