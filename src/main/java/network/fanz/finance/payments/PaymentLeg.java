package network.fanz.finance.payments;

/** What of a payment a line is. */
public enum PaymentLeg {
    PRICE(1),
    FEE(2),
    SHARE(3);

    private final int code;

    PaymentLeg(int code) {
        this.code = code;
    }

    /** The code of its leg in the ledger; it never changes. */
    public int code() {
        return code;
    }

    static PaymentLeg of(int code) {
        for (PaymentLeg paymentLeg : values()) {
            if (paymentLeg.code == code) {
                return paymentLeg;
            }
        }
        throw new IllegalArgumentException("No part of a payment has the code " + code);
    }
}
