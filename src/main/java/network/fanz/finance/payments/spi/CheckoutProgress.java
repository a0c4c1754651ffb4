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
    /** Paid back: at our request, or by the vendor alone. */
    REFUNDED,
    /** Captured, and it stays so: the vendor or the bank has refused for good to pay it back. */
    REFUND_REFUSED,
    /** The buyer's bank asks for it back, or has taken it back. */
    DISPUTED,
    /** The vendor has said something that is not known here. */
    UNRECOGNISED
}
