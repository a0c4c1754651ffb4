package network.fanz.finance.payments;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is stored.
 *
 * @param version rises by one with every move; a move needs the version that it saw
 * @param session the provider's id; null until a checkout is open
 * @param refunds how many refunds were asked for: each has ids of its own
 * @param movedAt when it came into this state
 * @param postedAt when the ledger booked it
 * @param reversedAt when the ledger booked its refund
 */
record PaymentRow(
        UUID id,
        AccountId buyer,
        AccountId seller,
        PaymentKind kind,
        @Nullable UUID item,
        Money price,
        Money fee,
        Money share,
        int feeVersion,
        PaymentState state,
        int version,
        @Nullable String reason,
        String provider,
        @Nullable UUID method,
        @Nullable String session,
        @Nullable String nextUrl,
        String platform,
        int refunds,
        Instant createdAt,
        Instant movedAt,
        @Nullable Instant postedAt,
        @Nullable Instant reversedAt) {
    String openSession() {
        return Objects.requireNonNull(session, "a payment that is being authorised has a session");
    }

    /** The payment behind a move. A reason that an earlier refund was refused for ends with a new one. */
    PaymentRow moved(Move move, Instant at) {
        boolean refunding = move.to() == PaymentState.REFUNDING;
        return new PaymentRow(
                id,
                buyer,
                seller,
                kind,
                item,
                price,
                fee,
                share,
                feeVersion,
                move.to(),
                version + 1,
                refunding ? null : or(move.reason(), reason),
                provider,
                method,
                or(move.session(), session),
                or(move.nextUrl(), nextUrl),
                platform,
                refunds + (refunding ? 1 : 0),
                createdAt,
                at,
                or(move.postedAt(), postedAt),
                or(move.reversedAt(), reversedAt));
    }

    private static <T> @Nullable T or(@Nullable T value, @Nullable T otherwise) {
        return value != null ? value : otherwise;
    }

    /** What asks for the same thing may share an id. */
    boolean asksTheSameAs(PaymentRow other) {
        return seller.equals(other.seller)
                && kind == other.kind
                && Objects.equals(item, other.item)
                && price.equals(other.price)
                && Objects.equals(method, other.method);
    }

    private @Nullable String explanation() {
        String word = reason;
        if (word == null) {
            return null;
        }
        return DeclineReason.of(word)
                .map(DeclineReason::words)
                .or(() -> RefundRefusal.of(word).map(RefundRefusal::words))
                .orElseThrow(() -> new IllegalStateException("No such reason: " + word));
    }

    Payment view(String descriptor) {
        return new Payment(
                id,
                buyer,
                seller,
                kind,
                item,
                price,
                fee,
                share,
                state,
                reason,
                explanation(),
                state == PaymentState.AUTHORISING ? nextUrl : null,
                descriptor,
                createdAt,
                postedAt);
    }
}
