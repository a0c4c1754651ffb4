package network.fanz.finance.payments;

/** Where a payment stands. */
public enum PaymentState {
    CREATED,
    AUTHORISING,
    AUTHORISED,
    UNKNOWN,
    POSTED,
    SETTLED,
    DECLINED,
    REFUNDING,
    REFUNDED,
    REFUND_REFUSED
}
