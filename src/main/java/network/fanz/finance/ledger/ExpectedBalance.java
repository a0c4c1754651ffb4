package network.fanz.finance.ledger;

import java.math.BigInteger;
import network.fanz.common.Money;

/**
 * How an account stands, and how it would stand if a posting were booked now.
 *
 * @param after the same account; nothing is recorded
 */
public record ExpectedBalance(LedgerAccount now, LedgerAccount after) {
    /** Whether the ledger would refuse it: more would leave the account than its minimum permits. */
    public boolean isOverdrawn() {
        return OverdraftRule.isBroken(after.side(), headroom(after));
    }

    /** What may leave the account now, in this posting or another. */
    public Money headroom() {
        return new Money(now.asset(), headroom(now));
    }

    /** Whether it would stand below nothing on the side where such an account grows, with or without a bound. */
    public boolean fallsShort() {
        NormalSide side = after.code().ordinarySide();
        return side != NormalSide.NONE
                && OverdraftRule.balance(side, after.debits(), after.credits()).signum() < 0;
    }

    private static BigInteger headroom(LedgerAccount account) {
        return account.available().units().subtract(account.minimum());
    }
}
