package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Ids;
import network.fanz.finance.ledger.PostingKind;
import org.jspecify.annotations.Nullable;

/**
 * An accepted posting that another one posts, voids or reverses.
 *
 * @param resolvingKind the kind of the one that did so already; null while none did
 * @param resolvingId its id
 */
public record ReferencedPosting(
        UUID id,
        PostingKind kind,
        @Nullable Instant expiresAt,
        List<LegRow> legs,
        @Nullable PostingKind resolvingKind,
        @Nullable UUID resolvingId) {
    /** The id under which a hold that ran out is voided: it follows from the hold's, so that it happens once. */
    public static UUID expiryVoidId(UUID pending) {
        return Ids.derived("ledger.expiry", pending.toString());
    }

    ReferencedPosting resolved(PostingKind by, UUID byId) {
        return new ReferencedPosting(id, kind, expiresAt, legs, by, byId);
    }

    /** The same posting with the legs of both, in this order. */
    public ReferencedPosting withLegsOf(ReferencedPosting more) {
        List<LegRow> both = new ArrayList<>(legs);
        both.addAll(more.legs);
        return new ReferencedPosting(id, kind, expiresAt, both, resolvingKind, resolvingId);
    }
}
