package network.fanz.finance.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import network.fanz.common.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A posting by hand: proposed by one person, approved by another.
 *
 * @param posting its id in the ledger
 * @param number its place in the list of all
 * @param about the payment that it is about, by its id; null for none
 * @param decidedBy who approved or rejected it; null before
 * @param refusal why the ledger refused it; null if it did not
 * @param firstSeq the number of its first transfer; null unless it is recorded
 */
public record HandPosting(
        UUID id,
        UUID posting,
        long number,
        PostingKind kind,
        List<Leg> legs,
        @Nullable UUID refersTo,
        @Nullable Duration expiresAfter,
        Instant effectiveAt,
        @Nullable UUID about,
        String reason,
        HandPostingState state,
        AccountId proposedBy,
        Instant proposedAt,
        @Nullable AccountId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable RejectionReason refusal,
        @Nullable Long firstSeq) {
    public HandPosting {
        legs = List.copyOf(legs);
    }

    /** Whether the same was asked for, so that a repeated proposal finds it. */
    boolean matches(NewHandPosting asked, AccountId by) {
        return proposedBy.equals(by)
                && kind == asked.kind()
                && legs.equals(asked.legs())
                && java.util.Objects.equals(refersTo, asked.refersTo())
                && java.util.Objects.equals(expiresAfter, asked.expiresAfter())
                && (kind == PostingKind.REVERSAL || java.util.Objects.equals(about, asked.about()))
                && reason.equals(asked.reason())
                && (asked.effectiveAt() == null || effectiveAt.equals(asked.effectiveAt()));
    }

    Posting asPosting() {
        return new Posting(
                posting, kind, legs, refersTo, expiresAfter, NewHandPosting.REFERENCE_TYPE, id.toString(), effectiveAt);
    }
}
