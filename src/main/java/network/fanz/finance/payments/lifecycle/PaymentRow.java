package network.fanz.finance.payments.lifecycle;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.finance.payments.BuyerMessages;
import network.fanz.finance.payments.FeeTable;
import network.fanz.finance.payments.NewPayment;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.TakenBack;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is stored.
 *
 * @param version rises by one with every change of state; a change is refused if the version has risen since the payment was read
 * @param session the provider's id; null until a checkout is open
 * @param refundCount how many refunds have been started; each has ids of its own
 * @param attempts how often the job has looked at it since it came into this state
 * @param movedAt when it came into this state
 * @param postedAt when the ledger booked it
 * @param reversedAt when the ledger booked its refund
 * @param takenBack what its provider has said of its money; no change of state writes it
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
        @Nullable Instant reversedAt,
        @Nullable TakenBack takenBack) {
    /**
     * A payment that nothing has happened to yet. What the platform does not keep is the creator's.
     *
     * @param fees the table that holds now
     * @param provider the provider's name
     */
    static PaymentRow created(UUID id, NewPayment request, FeeTable fees, String provider, Instant at) {
        Money fee = fees.fee(request.kind(), request.price());
        return new PaymentRow(
                id,
                request.buyer(),
                request.seller(),
                request.kind(),
                request.item(),
                request.price(),
                fee,
                request.price().minus(fee),
                fees.version(),
                PaymentState.CREATED,
                1,
                null,
                provider,
                request.method(),
                null,
                null,
                request.origin().platform(),
                0,
                0,
                at,
                at,
                null,
                null,
                null);
    }

    String requireSession() {
        return Objects.requireNonNull(session, "a payment that is being authorised has a session");
    }

    /** The payment after a change. */
    PaymentRow apply(StateChange change, Instant at) {
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
                change.target(),
                version + 1,
                reasonAfter(change),
                provider,
                method,
                change instanceof StateChange.CheckoutOpened opened ? opened.session() : session,
                change instanceof StateChange.CheckoutOpened opened ? opened.nextUrl() : nextUrl,
                platform,
                change instanceof StateChange.RefundStarted ? refundCount + 1 : refundCount,
                0,
                createdAt,
                at,
                change instanceof StateChange.Posted posted ? posted.postedAt() : postedAt,
                change instanceof StateChange.Refunded refunded ? refunded.reversedAt() : reversedAt,
                takenBack);
    }

    /** A new refund forgets why an earlier one was refused. */
    private @Nullable String reasonAfter(StateChange change) {
        return switch (change) {
            case StateChange.Declined declined -> declined.reason().code();
            case StateChange.RefundFailed failed -> failed.reason().code();
            case StateChange.RefundStarted started -> null;
            case StateChange.CheckoutOpened opened -> reason;
            case StateChange.ProviderSilent silent -> reason;
            case StateChange.Authorised authorised -> reason;
            case StateChange.Posted posted -> reason;
            case StateChange.Settled settled -> reason;
            case StateChange.Refunded refunded -> reason;
        };
    }

    /** Whether the payment is what the request asks for: only then may a request with the same key be answered with it. */
    boolean matches(NewPayment request) {
        return seller.equals(request.seller())
                && kind == request.kind()
                && Objects.equals(item, request.item())
                && price.equals(request.price())
                && Objects.equals(method, request.method());
    }

    /** Finance staff see every payment, everybody else those that they made or were paid by. */
    public boolean isVisibleTo(Caller caller) {
        return isFinanceStaff(caller) || caller.is(buyer) || caller.is(seller);
    }

    /** Whether a person may give it back, or say that it is not given back: its seller, and finance staff who have not bought it. */
    public boolean isDecidedBy(Caller caller) {
        return caller.is(seller) || (isFinanceStaff(caller) && !caller.is(buyer));
    }

    /** Whether a refund of it may begin. */
    public boolean isRefundable() {
        return state == PaymentState.SETTLED && takenBack == null;
    }

    public static boolean isFinanceStaff(Caller caller) {
        return caller.has(Role.FINANCE) || caller.has(Role.ADMINISTRATOR);
    }

    /** As a caller may see it. */
    public Payment toPayment(String descriptor, Caller reader) {
        Payment payment = toPayment(descriptor);
        return isFinanceStaff(reader) || reader.is(buyer) ? payment : payment.forSeller();
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
                reason == null ? null : BuyerMessages.of(reason),
                state == PaymentState.AUTHORISING ? nextUrl : null,
                descriptor,
                createdAt,
                postedAt,
                reversedAt,
                takenBack);
    }
}
