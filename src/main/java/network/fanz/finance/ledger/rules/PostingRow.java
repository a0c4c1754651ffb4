package network.fanz.finance.ledger.rules;

import java.time.Instant;
import java.util.UUID;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.PostingKind;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it is stored, accepted or rejected.
 *
 * @param requestHash SHA-256 of the request
 * @param reason 0 when accepted
 * @param firstSeq 0 when rejected
 * @param legs how many transfers it made; 0 when rejected
 */
public record PostingRow(
        UUID id,
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
                ticket.requestHash(),
                posting.kind(),
                reason,
                firstSeq,
                legs,
                posting.refersTo(),
                expiresAt,
                posting.referenceType(),
                posting.referenceId(),
                Microseconds.truncated(posting.effectiveAt()));
    }

    public boolean accepted() {
        return reason == 0;
    }

    void writeTo(CanonicalBytes bytes) {
        bytes.id(id)
                .bytes(requestHash)
                .number(kind.number())
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
