package network.fanz.finance.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A posting that somebody proposes. Its id in the ledger follows from this id and its word there is {@code hand}, so it can take neither
 * the id nor the word of anything that the program posts.
 *
 * @param id the proposer's id
 * @param refersTo another posting by hand, by its id in the ledger
 * @param effectiveAt null for the time of the proposal
 * @param about the payment that it is about, by its id; null for none
 * @param reason what the owners of the accounts read
 */
public record NewHandPosting(
        UUID id,
        PostingKind kind,
        List<Leg> legs,
        @Nullable UUID refersTo,
        @Nullable Duration expiresAfter,
        @Nullable Instant effectiveAt,
        @Nullable UUID about,
        String reason) {
    static final String REFERENCE_TYPE = "hand";

    private static final int REASON_MAX = 500;
    private static final int NANOS_OF_A_MICROSECOND = 1_000;

    public NewHandPosting {
        legs = List.copyOf(legs);
        reason = checkedReason(reason);
        if (effectiveAt != null && effectiveAt.getNano() % NANOS_OF_A_MICROSECOND != 0) {
            throw new InvalidField("effectiveAt", "The books keep times to the microsecond, and nothing finer.");
        }
    }

    /** @throws InvalidField if the owners of the accounts could not read it */
    public static String checkedReason(String reason) {
        return VisibleText.line("reason", reason, REASON_MAX);
    }

    /** @throws MalformedPosting if no ledger could ever accept it */
    Posting posting(Instant proposedAt) {
        return new Posting(
                postingId(),
                kind,
                legs,
                refersTo,
                expiresAfter,
                REFERENCE_TYPE,
                id.toString(),
                effectiveAt == null ? proposedAt : effectiveAt);
    }

    UUID postingId() {
        return Ids.derived("ledger.hand", id.toString());
    }
}
