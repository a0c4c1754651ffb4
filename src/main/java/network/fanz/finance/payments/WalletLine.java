package network.fanz.finance.payments;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;

/**
 * A line of a statement: one entry of the ledger, with the payment's words.
 *
 * @param seq the ledger's number of the transfer
 * @param other the creator on a buyer's line, the buyer on a creator's
 * @param part what of the payment it is
 * @param refund whether it takes the payment back
 * @param amount what came in, or went out below zero
 * @param balance what was there afterwards
 */
public record WalletLine(
        long seq,
        Instant at,
        UUID payment,
        PaymentKind kind,
        AccountId other,
        Part part,
        boolean refund,
        Money amount,
        Money balance) {
    /** What of a payment a line is. */
    public enum Part {
        PRICE(1),
        FEE(2),
        SHARE(3);

        private final int code;

        Part(int code) {
            this.code = code;
        }

        /** The code of its leg in the ledger; it never changes. */
        public int code() {
            return code;
        }

        static Part of(int code) {
            for (Part part : values()) {
                if (part.code == code) {
                    return part;
                }
            }
            throw new IllegalArgumentException("No part of a payment has the code " + code);
        }
    }
}
