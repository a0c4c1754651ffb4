package network.fanz.finance.ledger.books;

import java.time.Instant;
import java.util.UUID;
import network.fanz.finance.ledger.Posting;
import network.fanz.finance.ledger.Posting.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it is written down, accepted or not.
 *
 * @param request SHA-256 of what was asked
 * @param reason 0 when accepted
 * @param firstSeq 0 when rejected
 * @param legs how many transfers it made; 0 when rejected
 */
public record Asked(
        UUID id,
        byte[] request,
        Kind kind,
        int reason,
        long firstSeq,
        int legs,
        @Nullable UUID refersTo,
        @Nullable Instant expiresAt,
        String referenceType,
        String referenceId,
        Instant effectiveAt) {
    static Asked of(Ticket ticket, int reason, long firstSeq, int legs, @Nullable Instant expiresAt) {
        Posting posting = ticket.posting();
        return new Asked(
                posting.id(),
                ticket.request(),
                posting.kind(),
                reason,
                firstSeq,
                legs,
                posting.refersTo(),
                expiresAt,
                posting.referenceType(),
                posting.referenceId(),
                Times.whole(posting.effectiveAt()));
    }

    public boolean accepted() {
        return reason == 0;
    }

    void writeTo(Canonical canonical) {
        canonical
                .id(id)
                .bytes(request)
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
