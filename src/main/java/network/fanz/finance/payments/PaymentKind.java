package network.fanz.finance.payments;

/** What a payment is for. */
public enum PaymentKind {
    TIP,
    PASS
}
