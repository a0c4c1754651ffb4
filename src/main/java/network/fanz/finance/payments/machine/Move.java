package network.fanz.finance.payments.machine;

import java.time.Instant;
import network.fanz.finance.payments.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * What a move changes beside the state; null leaves a column as it is.
 *
 * @param nextAttemptAt when the job looks at it if nothing else has moved it; null for never
 */
record Move(
        PaymentState to,
        @Nullable String reason,
        @Nullable String session,
        @Nullable String nextUrl,
        @Nullable Instant postedAt,
        @Nullable Instant reversedAt,
        @Nullable Instant nextAttemptAt) {
    static Move to(PaymentState to, @Nullable Instant nextAttemptAt) {
        return new Move(to, null, null, null, null, null, nextAttemptAt);
    }

    static Move declined(DeclineReason reason, @Nullable Instant nextAttemptAt) {
        return new Move(PaymentState.DECLINED, reason.word(), null, null, null, null, nextAttemptAt);
    }

    static Move opened(String session, @Nullable String nextUrl, Instant nextAttemptAt) {
        return new Move(PaymentState.AUTHORISING, null, session, nextUrl, null, null, nextAttemptAt);
    }

    /** Never the last on its way: SETTLED is written with it. */
    static Move posted(Instant postedAt) {
        return new Move(PaymentState.POSTED, null, null, null, postedAt, null, null);
    }

    static Move refundRefused(RefundRefusal why) {
        return new Move(why.state(), why.word(), null, null, null, null, null);
    }

    static Move refunded(Instant reversedAt) {
        return new Move(PaymentState.REFUNDED, null, null, null, null, reversedAt, null);
    }
}
