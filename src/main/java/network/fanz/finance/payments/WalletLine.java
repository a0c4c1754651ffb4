package network.fanz.finance.payments;

import java.time.Instant;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement: one entry of the ledger. What a payment has booked has the payment's words; anything else has the reason that was
 * given for it, so that the lines always add up.
 *
 * @param seq the ledger's number of the transfer
 * @param payment null for what no payment has booked, as are kind, other and part
 * @param other the creator on a buyer's line, the buyer on a creator's
 * @param part what of the payment it is
 * @param refund whether it takes the payment back
 * @param reason why it was booked by hand; null for a payment's line, and where nobody has said why
 * @param amount what came in, or went out below zero
 * @param balance what was there afterwards
 */
public record WalletLine(
        long seq,
        Instant at,
        @Nullable UUID payment,
        @Nullable PaymentKind kind,
        @Nullable AccountId other,
        @Nullable PaymentLeg part,
        boolean refund,
        @Nullable String reason,
        Money amount,
        Money balance) {}
