package network.fanz.finance.ledger;

import java.math.BigInteger;
import network.fanz.common.Asset;
import network.fanz.common.Money;

/**
 * An account and its balances; all amounts in base units of its asset.
 *
 * @param minimum the lower bound of the balance minus the held amount
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
    /** The balance on the normal side (credits for an unbounded account), posted entries only. */
    public Money balance() {
        return new Money(asset, OverdraftRule.balance(side, debits, credits));
    }

    /** The balance minus the held amount. */
    public Money available() {
        return new Money(asset, OverdraftRule.available(side, balance().units(), pendingDebits, pendingCredits));
    }

    boolean isEmpty() {
        return debits.equals(credits) && pendingDebits.signum() == 0 && pendingCredits.signum() == 0;
    }
}
