package network.fanz.finance.payments.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where a checkout stands at the vendor.
 *
 * @param refusal why, if it is declined; else null
 * @param card the card that the buyer asked to keep; null if not
 */
public record Status(
        Progress progress,
        @Nullable Refusal refusal,
        @Nullable SavedCard card) {
    /** Where a checkout stands. */
    public enum Progress {
        /** Waits for the buyer. */
        OPEN,
        /** Sent to the bank, and no answer yet: money may or may not have been set aside. */
        UNKNOWN,
        AUTHORISED,
        CAPTURED,
        DECLINED,
        CANCELLED,
        REFUNDED,
        /** Captured, and it stays so: the vendor or the bank has refused for good to pay it back. */
        REFUND_REFUSED
    }

    /** Why a bank or vendor says no. */
    public enum Refusal {
        INSUFFICIENT_FUNDS,
        CARD_REFUSED,
        SUSPECTED_FRAUD
    }

    /**
     * @param token stands for the card at this vendor alone
     * @param expires month and year, {@code 08/28}
     */
    public record SavedCard(String token, String brand, String last4, String expires) {}

    public static Status of(Progress progress) {
        return new Status(progress, null, null);
    }
}
