package network.fanz.finance.payments.lifecycle;

import java.time.Instant;
import network.fanz.common.AccountId;
import network.fanz.common.DomainEvent;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.events.PaymentFailed;
import network.fanz.finance.payments.events.PaymentRefunded;
import network.fanz.finance.payments.events.PaymentSettled;
import network.fanz.finance.payments.events.RefundRefused;
import network.fanz.finance.payments.events.RefundRequested;
import org.jspecify.annotations.Nullable;

/** What can happen to a payment: one record for each thing, with what the payment keeps of it. */
sealed interface StateChange {
    /** The state that the payment comes into. */
    PaymentState target();

    /** The type of the event that tells others of it; null if nobody is told. */
    default @Nullable Class<? extends DomainEvent> eventType() {
        return null;
    }

    /** When the job looks at the payment if nothing else has moved it by then; null for never. */
    default @Nullable Instant nextAttemptAt() {
        return null;
    }

    /** @param nextUrl the provider's page for the buyer; null if none is needed */
    record CheckoutOpened(String session, @Nullable String nextUrl, Instant nextAttemptAt) implements StateChange {
        @Override
        public PaymentState target() {
            return PaymentState.AUTHORISING;
        }
    }

    /** The provider has asked the bank, and the bank has not answered. */
    record ProviderSilent(Instant nextAttemptAt) implements StateChange {
        @Override
        public PaymentState target() {
            return PaymentState.UNKNOWN;
        }
    }

    record Authorised(Instant nextAttemptAt) implements StateChange {
        @Override
        public PaymentState target() {
            return PaymentState.AUTHORISED;
        }
    }

    /** Never the last change of a path: {@link Settled} is written with it. */
    record Posted(Instant postedAt) implements StateChange {
        @Override
        public PaymentState target() {
            return PaymentState.POSTED;
        }
    }

    /** Emits {@code payment_settled}. */
    record Settled() implements StateChange {
        @Override
        public PaymentState target() {
            return PaymentState.SETTLED;
        }

        @Override
        public Class<PaymentSettled> eventType() {
            return PaymentSettled.class;
        }
    }

    /**
     * Emits {@code payment_failed}.
     *
     * @param nextAttemptAt when the job looks for a late hold of it; null if there can be none
     */
    record Declined(DeclineReason reason, @Nullable Instant nextAttemptAt) implements StateChange {
        @Override
        public PaymentState target() {
            return PaymentState.DECLINED;
        }

        @Override
        public Class<PaymentFailed> eventType() {
            return PaymentFailed.class;
        }
    }

    /** Emits {@code refund_requested}. */
    record RefundStarted(AccountId requestedBy, Instant nextAttemptAt) implements StateChange {
        @Override
        public PaymentState target() {
            return PaymentState.REFUNDING;
        }

        @Override
        public Class<RefundRequested> eventType() {
            return RefundRequested.class;
        }
    }

    /** Emits {@code payment_refunded}. */
    record Refunded(Instant reversedAt) implements StateChange {
        @Override
        public PaymentState target() {
            return PaymentState.REFUNDED;
        }

        @Override
        public Class<PaymentRefunded> eventType() {
            return PaymentRefunded.class;
        }
    }

    /** Emits {@code refund_refused}. The reason decides the state: a refund may be asked for again, or never. */
    record RefundFailed(RefundRefusalReason reason) implements StateChange {
        @Override
        public PaymentState target() {
            return reason.resultingState();
        }

        @Override
        public Class<RefundRefused> eventType() {
            return RefundRefused.class;
        }
    }
}
