package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.PostingKind;
import org.jspecify.annotations.Nullable;

/**
 * An accepted posting that a later posting posts, voids or reverses.
 *
 * @param referenceType what it says it is for
 * @param resolvingKind the kind of the later posting; null while there is none
 * @param resolvingId the id of the later posting; null while there is none
 */
public record ReferencedPosting(
        UUID id,
        Keeper keeper,
        String referenceType,
        PostingKind kind,
        @Nullable Instant expiresAt,
        List<LegRow> legs,
        @Nullable PostingKind resolvingKind,
        @Nullable UUID resolvingId) {
    /** The id of the posting that voids an expired hold. It is derived from the hold's id, so that the hold is voided once. */
    public static UUID expiryVoidId(UUID pending) {
        return Ids.derived("ledger.expiry", pending.toString());
    }

    ReferencedPosting resolved(PostingKind by, UUID byId) {
        return new ReferencedPosting(id, keeper, referenceType, kind, expiresAt, legs, by, byId);
    }

    /** The same posting with the legs of both: this posting's legs first. */
    public ReferencedPosting withLegsOf(ReferencedPosting more) {
        List<LegRow> both = new ArrayList<>(legs);
        both.addAll(more.legs);
        return new ReferencedPosting(id, keeper, referenceType, kind, expiresAt, both, resolvingKind, resolvingId);
    }
}
