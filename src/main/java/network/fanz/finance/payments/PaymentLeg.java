package network.fanz.finance.payments;

import java.util.Arrays;
import java.util.Optional;

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

    /** Empty if no part of a payment has the code. */
    static Optional<PaymentLeg> of(int code) {
        return Arrays.stream(values()).filter(part -> part.code == code).findFirst();
    }
}
