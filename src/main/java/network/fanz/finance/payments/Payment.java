package network.fanz.finance.payments;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import network.fanz.finance.payments.lifecycle.DeclineReason;
import network.fanz.finance.payments.lifecycle.PaymentTransitions;
import org.jspecify.annotations.Nullable;

/**
 * A payment as buyer, seller and staff may see it.
 *
 * @param item the pass or the work that was bought; null for a tip
 * @param fee what the platform keeps of the price
 * @param share what the creator gets of it; fee and share are the price
 * @param reason why it was declined, or why its refund was refused: a word such as {@code fraud_risk}, {@code insufficient_funds} or
 *     {@code provider_refused}; null if neither was
 * @param explanation the same in words
 * @param nextUrl where the buyer goes to pay; null once that is done
 * @param descriptor what the buyer's bank statement says
 * @param settledAt when the money was booked; null before
 * @param refundedAt when its refund was booked; null if it was not given back
 * @param takenBack how its money goes back to the buyer without us, such as by a dispute; null if the provider has said nothing of the
 *     kind
 */
public record Payment(
        UUID id,
        AccountId buyer,
        AccountId seller,
        PaymentKind kind,
        @Nullable UUID item,
        Money price,
        Money fee,
        Money share,
        PaymentState state,
        @Nullable String reason,
        @Nullable String explanation,
        @Nullable String nextUrl,
        String descriptor,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable Instant refundedAt,
        @Nullable TakenBack takenBack) {
    /** Whether it has come to an end; a settled one may still be refunded. */
    public boolean finished() {
        return PaymentTransitions.isFinal(state);
    }

    /** Whether it ended because its buyer cancelled it or did not finish: nobody has said no. */
    public boolean abandoned() {
        return state == PaymentState.DECLINED && DeclineReason.ABANDONED.hasCode(reason);
    }

    /**
     * As its seller may see it. While it is not paid, what the buyer must do, and what their bank says, is no business of the seller's; that
     * it was left unfinished is no word of a bank's.
     */
    public Payment forSeller() {
        if (paid()) {
            return this;
        }
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
                abandoned() ? reason : null,
                null,
                null,
                descriptor,
                createdAt,
                settledAt,
                refundedAt,
                takenBack);
    }

    /** Whether its seller has been paid, also where the money has gone back since. */
    public boolean paid() {
        return switch (state) {
            case SETTLED, REFUNDING, REFUNDED, REFUND_REFUSED -> true;
            case CREATED, AUTHORISING, AUTHORISED, UNKNOWN, POSTED, DECLINED -> false;
        };
    }

    /** Whether a refund may be asked for. */
    public boolean refundable() {
        return state == PaymentState.SETTLED && takenBack == null;
    }

    /** Whether the program, the provider or the bank is at work on it: then it makes sense to wait. */
    public boolean moving() {
        return switch (state) {
            case CREATED, UNKNOWN, AUTHORISED, POSTED, REFUNDING -> true;
            case AUTHORISING -> nextUrl == null;
            case SETTLED, DECLINED, REFUNDED, REFUND_REFUSED -> false;
        };
    }
}
