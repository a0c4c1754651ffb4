package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.UUID;
import network.fanz.finance.ledger.Keeper;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it is stored, accepted or rejected.
 *
 * @param keeper who has recorded it
 * @param requestHash SHA-256 of the request
 * @param reason 0 when accepted
 * @param firstSeq 0 when rejected
 * @param legs how many transfers it made; 0 when rejected
 */
public record PostingRow(
        UUID id,
        Keeper keeper,
        byte[] requestHash,
        PostingKind kind,
        int reason,
        long firstSeq,
        int legs,
        @Nullable UUID refersTo,
        @Nullable Instant expiresAt,
        String referenceType,
        String referenceId,
        Instant effectiveAt) {
    static PostingRow of(Ticket ticket, int reason, long firstSeq, int legs, @Nullable Instant expiresAt) {
        Posting posting = ticket.posting();
        return new PostingRow(
                posting.id(),
                ticket.keeper(),
                ticket.requestHash(),
                posting.kind(),
                reason,
                firstSeq,
                legs,
                posting.refersTo(),
                expiresAt,
                posting.referenceType(),
                posting.referenceId(),
                posting.effectiveAt());
    }

    public boolean accepted() {
        return reason == 0;
    }

    /** Two numbers in one: rows from before keepers were written down are hashed as they always were. */
    private long keeperAndKind() {
        return ((long) keeper.number() << Byte.SIZE) + kind.number();
    }

    void writeTo(CanonicalBytes bytes) {
        bytes.id(id)
                .bytes(requestHash)
                .number(keeperAndKind())
                .number(reason)
                .number(firstSeq)
                .number(legs)
                .id(refersTo)
                .time(expiresAt)
                .text(referenceType)
                .text(referenceId)
                .time(effectiveAt);
    }
}
