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
        PaymentLeg part,
        boolean refund,
        Money amount,
        Money balance) {}
