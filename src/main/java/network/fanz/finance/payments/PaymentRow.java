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

    /** What asks for the same thing may share an id. */
    boolean asksTheSameAs(PaymentRow other) {
        return seller.equals(other.seller)
                && kind == other.kind
                && Objects.equals(item, other.item)
                && price.equals(other.price)
                && Objects.equals(method, other.method);
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
                reason == null ? null : DeclineReason.words(reason),
                state == PaymentState.AUTHORISING ? nextUrl : null,
                descriptor,
                createdAt,
                postedAt);
    }
}
