package network.fanz.finance.ledger;

import java.math.BigInteger;
import network.fanz.common.Asset;
import network.fanz.common.Money;

/**
 * An account and how it stands; all amounts in base units of its asset.
 *
 * @param minimum what its balance never falls below, holds taken off
 * @param pendingDebits debits that are held and not yet posted
 * @param version how many entries it has
 */
public record LedgerAccount(
        LedgerAccountId id,
        String ownerId,
        AccountCode code,
        Asset asset,
        NormalSide side,
        LedgerAccountState state,
        BigInteger minimum,
        BigInteger debits,
        BigInteger credits,
        BigInteger pendingDebits,
        BigInteger pendingCredits,
        long version) {
    /** What it holds on the side it grows on (credits for an unbounded one), posted entries only. */
    public Money balance() {
        return new Money(asset, OverdraftRule.balance(side, debits, credits));
    }

    /** The balance without what is held. */
    public Money available() {
        return new Money(asset, OverdraftRule.available(side, balance().units(), pendingDebits, pendingCredits));
    }

    boolean isEmpty() {
        return debits.equals(credits) && pendingDebits.signum() == 0 && pendingCredits.signum() == 0;
    }
}
