package network.fanz.finance.payments.lifecycle;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is stored.
 *
 * @param version rises by one with every move; a move needs the version that it saw
 * @param session the provider's id; null until a checkout is open
 * @param refundCount how many refunds were asked for: each has ids of its own
 * @param attempts how often the job has looked at it since it came into this state
 * @param movedAt when it came into this state
 * @param postedAt when the ledger booked it
 * @param reversedAt when the ledger booked its refund
 */
public record PaymentRow(
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
        int refundCount,
        int attempts,
        Instant createdAt,
        Instant movedAt,
        @Nullable Instant postedAt,
        @Nullable Instant reversedAt) {
    /** One that nothing has happened to yet; what the platform does not keep is the creator's. */
    static PaymentRow created(
            UUID id,
            AccountId buyer,
            AccountId seller,
            PaymentKind kind,
            @Nullable UUID item,
            Money price,
            Money fee,
            int feeVersion,
            String provider,
            @Nullable UUID method,
            String platform,
            Instant at) {
        return new PaymentRow(
                id,
                buyer,
                seller,
                kind,
                item,
                price,
                fee,
                price.minus(fee),
                feeVersion,
                PaymentState.CREATED,
                1,
                null,
                provider,
                method,
                null,
                null,
                platform,
                0,
                0,
                at,
                at,
                null,
                null);
    }

    String requireSession() {
        return Objects.requireNonNull(session, "a payment that is being authorised has a session");
    }

    /** The payment behind a move. A reason that an earlier refund was refused for ends with a new one. */
    PaymentRow apply(StateChange change, Instant at) {
        boolean refunding = change.to() == PaymentState.REFUNDING;
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
                change.to(),
                version + 1,
                refunding ? null : firstNonNull(change.reason(), reason),
                provider,
                method,
                firstNonNull(change.session(), session),
                firstNonNull(change.nextUrl(), nextUrl),
                platform,
                refundCount + (refunding ? 1 : 0),
                0,
                createdAt,
                at,
                firstNonNull(change.postedAt(), postedAt),
                firstNonNull(change.reversedAt(), reversedAt));
    }

    private static <T> @Nullable T firstNonNull(@Nullable T value, @Nullable T otherwise) {
        return value != null ? value : otherwise;
    }

    /** Whether it is what somebody asks for; only then may the two share an id. */
    boolean matches(NewPayment asked) {
        return seller.equals(asked.seller())
                && kind == asked.kind()
                && Objects.equals(item, asked.item())
                && price.equals(asked.price())
                && Objects.equals(method, asked.method());
    }

    /** Finance staff see every payment, everybody else those that they made or were paid by. */
    public boolean isVisibleTo(Caller caller) {
        return isFinanceStaff(caller) || caller.is(buyer) || caller.is(seller);
    }

    static boolean isFinanceStaff(Caller caller) {
        return caller.has(Role.FINANCE) || caller.has(Role.ADMINISTRATOR);
    }

    private @Nullable String explanation() {
        String word = reason;
        if (word == null) {
            return null;
        }
        return DeclineReason.of(word)
                .map(DeclineReason::buyerMessage)
                .or(() -> RefundRefusalReason.of(word).map(RefundRefusalReason::buyerMessage))
                .orElseThrow(() -> new IllegalStateException("No such reason: " + word));
    }

    public Payment toPayment(String descriptor) {
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
