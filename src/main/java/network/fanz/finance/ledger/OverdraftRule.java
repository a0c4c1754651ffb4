package network.fanz.finance.ledger;

import java.math.BigInteger;

/**
 * How much may leave an account. It is what the account has on its normal side, less what is held, down to its minimum; an account
 * without a normal side has no bound.
 *
 * <p>The program says it here and nowhere else. The constraint {@code bound} of the table {@code ledger.account} says it once more, as the
 * second line of defence. All amounts are base units of one asset.
 */
public final class OverdraftRule {
    private OverdraftRule() {}

    /** What the account has on its normal side, posted only; credits less debits for an account without one. */
    public static BigInteger balance(NormalSide side, BigInteger debits, BigInteger credits) {
        return side == NormalSide.DEBIT ? debits.subtract(credits) : credits.subtract(debits);
    }

    /** Of a balance, what no hold has taken. */
    public static BigInteger available(
            NormalSide side, BigInteger balance, BigInteger pendingDebits, BigInteger pendingCredits) {
        return balance.subtract(side == NormalSide.DEBIT ? pendingCredits : pendingDebits);
    }

    /** @param headroom what is available above the minimum */
    public static boolean isBroken(NormalSide side, BigInteger headroom) {
        return side != NormalSide.NONE && headroom.signum() < 0;
    }
}
