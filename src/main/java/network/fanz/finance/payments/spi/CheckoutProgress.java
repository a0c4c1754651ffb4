package network.fanz.finance.payments.spi;

/** Where a checkout stands. */
public enum CheckoutProgress {
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
