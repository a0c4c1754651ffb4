package network.fanz.finance.payments;

import java.util.UUID;
import network.fanz.common.AccountId;

/**
 * Whoever sells something says whether it is still to be had when the bank has said yes: a buyer may have had the card's page open for long.
 * Money for a kind that has no gate is not taken.
 */
public interface SaleGate {
    /** What it answers for. */
    PaymentKind kind();

    /** Whether this buyer would get the item now, and has not got it already. */
    boolean isStillSold(UUID item, AccountId buyer);
}
