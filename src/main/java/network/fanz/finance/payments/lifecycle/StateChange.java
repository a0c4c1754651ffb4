package network.fanz.finance.payments.lifecycle;

import java.time.Instant;
import network.fanz.finance.payments.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * What a move changes beside the state; null leaves a column as it is.
 *
 * @param nextAttemptAt when the job looks at it if nothing else has moved it; null for never
 */
record StateChange(
        PaymentState to,
        @Nullable String reason,
        @Nullable String session,
        @Nullable String nextUrl,
        @Nullable Instant postedAt,
        @Nullable Instant reversedAt,
        @Nullable Instant nextAttemptAt) {
    static StateChange to(PaymentState to, @Nullable Instant nextAttemptAt) {
        return new StateChange(to, null, null, null, null, null, nextAttemptAt);
    }

    static StateChange declined(DeclineReason reason, @Nullable Instant nextAttemptAt) {
        return new StateChange(PaymentState.DECLINED, reason.code(), null, null, null, null, nextAttemptAt);
    }

    static StateChange opened(String session, @Nullable String nextUrl, Instant nextAttemptAt) {
        return new StateChange(PaymentState.AUTHORISING, null, session, nextUrl, null, null, nextAttemptAt);
    }

    /** Never the last on its way: SETTLED is written with it. */
    static StateChange posted(Instant postedAt) {
        return new StateChange(PaymentState.POSTED, null, null, null, postedAt, null, null);
    }

    static StateChange refundRefused(RefundRefusalReason why) {
        return new StateChange(why.resultingState(), why.code(), null, null, null, null, null);
    }

    static StateChange refunded(Instant reversedAt) {
        return new StateChange(PaymentState.REFUNDED, null, null, null, null, reversedAt, null);
    }
}
