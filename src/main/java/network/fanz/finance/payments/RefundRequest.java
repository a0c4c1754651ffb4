package network.fanz.finance.payments;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fan's request to be given a payment back. There is one for each payment at most.
 *
 * @param reason the fan's words; empty if they have been erased
 * @param creatorsWords why the creator declined; null if they have not, or gave no answer
 * @param financesWords why finance staff declined; null if they have not
 * @param dueAt until when whoever has it should answer; null if nobody has to
 */
public record RefundRequest(
        UUID payment,
        AccountId buyer,
        AccountId seller,
        PaymentKind kind,
        Money price,
        RefundRequestState state,
        String reason,
        @Nullable String creatorsWords,
        @Nullable String financesWords,
        Instant askedAt,
        Instant movedAt,
        @Nullable Instant dueAt) {
    /** The request as it reads beside its payment, which it follows a moment later: it never says anything else than the payment does. */
    public RefundRequest beside(Payment now) {
        RefundRequestState seen = seen(now);
        return seen == state
                ? this
                : new RefundRequest(
                        payment,
                        buyer,
                        seller,
                        kind,
                        price,
                        seen,
                        reason,
                        creatorsWords,
                        financesWords,
                        askedAt,
                        movedAt,
                        null);
    }

    private RefundRequestState seen(Payment now) {
        boolean goingBack = state == RefundRequestState.GIVING_BACK;
        if (!state.isOpen() && !goingBack && state != RefundRequestState.GIVEN_BACK) {
            return state;
        }
        return switch (now.state()) {
            case REFUNDING -> RefundRequestState.GIVING_BACK;
            case REFUNDED -> RefundRequestState.GIVEN_BACK;
            case REFUND_REFUSED -> RefundRequestState.NOT_POSSIBLE;
            case SETTLED -> goingBack && now.reason() != null ? RefundRequestState.WITH_FINANCE : settled(now);
            case CREATED, AUTHORISING, AUTHORISED, UNKNOWN, POSTED, DECLINED -> state;
        };
    }

    private RefundRequestState settled(Payment now) {
        return now.takenBack() != null && state.isOpen() ? RefundRequestState.TAKEN_BACK : state;
    }
}
