package network.fanz.finance.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Legs that are recorded all together or not at all.
 *
 * @param id the caller's id; the same id always gets the original outcome, a rejection included
 * @param legs at least one; empty for POST_PENDING, VOID_PENDING and REVERSAL, which use the legs of the posting they refer to
 * @param refersTo the posting that is posted, voided or reversed; null for POST and PENDING
 * @param expiresAfter how long a PENDING posting holds before the ledger voids it; null means without limit
 * @param referenceType the kind of thing that the posting is for, such as {@code payment}
 * @param referenceId the id of that thing
 * @param effectiveAt the business time, from 1970 to 2199; what is finer than a microsecond is cut off, for the books keep no more. The
 *     request hash leaves it out, because a repeated request comes at a later time
 */
public record Posting(
        UUID id,
        PostingKind kind,
        List<Leg> legs,
        @Nullable UUID refersTo,
        @Nullable Duration expiresAfter,
        String referenceType,
        String referenceId,
        Instant effectiveAt) {
    public static final int LEGS_MAX = 64;
    private static final Duration EXPIRY_MAX = Duration.ofDays(3_660);
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");
    private static final int REFERENCE_LENGTH_MAX = 100;
    private static final Sentence LENGTH = Sentence.of("1 to {0} characters.", REFERENCE_LENGTH_MAX);
    private static final Sentence LEGS = Sentence.of("At most {0} legs.", LEGS_MAX);

    /** @throws MalformedPosting if no ledger could ever accept the posting, whatever its balances */
    public Posting {
        legs = List.copyOf(legs);
        require(
                kind.hasLegs() != legs.isEmpty(),
                "legs",
                "POST and PENDING bring legs, the others refer to a posting.");
        require(legs.size() <= LEGS_MAX, "legs", LEGS);
        require(kind.hasLegs() == (refersTo == null), "refersTo", "Exactly the kinds without legs refer to a posting.");
        require(expiresAfter == null || kind == PostingKind.PENDING, "expiresAfter", "Only what is pending expires.");
        require(expiresAfter == null || expiresAfter.isPositive(), "expiresAfter", "It lies ahead.");
        require(expiresAfter == null || expiresAfter.compareTo(EXPIRY_MAX) <= 0, "expiresAfter", "At most 3,660 days.");
        require(effectiveAt.isAfter(Instant.EPOCH) && effectiveAt.isBefore(END), "effectiveAt", "From 1970 to 2199.");
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        require(!referenceType.isEmpty() && referenceType.length() <= REFERENCE_LENGTH_MAX, "referenceType", LENGTH);
        require(!referenceId.isEmpty() && referenceId.length() <= REFERENCE_LENGTH_MAX, "referenceId", LENGTH);
    }

    private static void require(boolean holds, String field, String why) {
        if (!holds) {
            throw new MalformedPosting(field, why);
        }
    }

    private static void require(boolean holds, String field, Sentence why) {
        if (!holds) {
            throw new MalformedPosting(field, why);
        }
    }

    public static Posting post(UUID id, List<Leg> legs, String referenceType, String referenceId, Instant effectiveAt) {
        return new Posting(id, PostingKind.POST, legs, null, null, referenceType, referenceId, effectiveAt);
    }

    public static Posting pending(
            UUID id,
            List<Leg> legs,
            @Nullable Duration expiresAfter,
            String referenceType,
            String referenceId,
            Instant effectiveAt) {
        return new Posting(id, PostingKind.PENDING, legs, null, expiresAfter, referenceType, referenceId, effectiveAt);
    }

    public static Posting postPending(
            UUID id, UUID pending, String referenceType, String referenceId, Instant effectiveAt) {
        return new Posting(
                id, PostingKind.POST_PENDING, List.of(), pending, null, referenceType, referenceId, effectiveAt);
    }

    public static Posting voidPending(
            UUID id, UUID pending, String referenceType, String referenceId, Instant effectiveAt) {
        return new Posting(
                id, PostingKind.VOID_PENDING, List.of(), pending, null, referenceType, referenceId, effectiveAt);
    }

    public static Posting reversal(
            UUID id, UUID posting, String referenceType, String referenceId, Instant effectiveAt) {
        return new Posting(id, PostingKind.REVERSAL, List.of(), posting, null, referenceType, referenceId, effectiveAt);
    }
}
