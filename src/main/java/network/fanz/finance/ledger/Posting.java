package network.fanz.finance.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Linked legs that happen together or not at all.
 *
 * @param id the caller's id; the same id always gets the original outcome, a rejection included
 * @param kind what it does
 * @param legs at least one; for POST_PENDING, VOID_PENDING and REVERSAL empty: they follow from the posting they refer to
 * @param refersTo the posting that is posted, voided or reversed; null for POST and PENDING
 * @param expiresAfter how long a PENDING holds before it is voided by itself; null means never
 * @param referenceType what it stands for, such as {@code payment}
 * @param referenceId the id of that
 * @param effectiveAt the business time
 */
public record Posting(
        UUID id,
        Kind kind,
        List<Leg> legs,
        @Nullable UUID refersTo,
        @Nullable Duration expiresAfter,
        String referenceType,
        String referenceId,
        Instant effectiveAt) {
    /** What a posting does. */
    public enum Kind {
        POST,
        PENDING,
        POST_PENDING,
        VOID_PENDING,
        REVERSAL
    }

    public Posting {
        legs = List.copyOf(legs);
    }

    public static Posting post(UUID id, List<Leg> legs, String referenceType, String referenceId, Instant effectiveAt) {
        return new Posting(id, Kind.POST, legs, null, null, referenceType, referenceId, effectiveAt);
    }

    public static Posting pending(
            UUID id,
            List<Leg> legs,
            @Nullable Duration expiresAfter,
            String referenceType,
            String referenceId,
            Instant effectiveAt) {
        return new Posting(id, Kind.PENDING, legs, null, expiresAfter, referenceType, referenceId, effectiveAt);
    }

    public static Posting postPending(
            UUID id, UUID pending, String referenceType, String referenceId, Instant effectiveAt) {
        return new Posting(id, Kind.POST_PENDING, List.of(), pending, null, referenceType, referenceId, effectiveAt);
    }

    public static Posting voidPending(
            UUID id, UUID pending, String referenceType, String referenceId, Instant effectiveAt) {
        return new Posting(id, Kind.VOID_PENDING, List.of(), pending, null, referenceType, referenceId, effectiveAt);
    }

    public static Posting reversal(
            UUID id, UUID posting, String referenceType, String referenceId, Instant effectiveAt) {
        return new Posting(id, Kind.REVERSAL, List.of(), posting, null, referenceType, referenceId, effectiveAt);
    }
}
