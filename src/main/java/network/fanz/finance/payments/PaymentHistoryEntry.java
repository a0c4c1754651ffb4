package network.fanz.finance.payments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a payment's state, as finance staff see it.
 *
 * @param version the payment's after it; rises by one with every change
 * @param from null for the beginning
 * @param cause what had happened, a sentence
 * @param reason the code of why the payment, or its refund, came to nothing; null for other changes, and for changes older than this record
 *     of reasons
 * @param mover who or what has moved it; null for changes that are older than this record of movers
 * @param event the type of the event that told others of it; null if nobody was told
 */
public record PaymentHistoryEntry(
        int version,
        Instant at,
        @Nullable PaymentState from,
        PaymentState to,
        String cause,
        @Nullable String reason,
        @Nullable Mover mover,
        @Nullable String event) {
    PaymentHistoryEntry withCause(String other) {
        return new PaymentHistoryEntry(version, at, from, to, other, reason, mover, event);
    }
}
