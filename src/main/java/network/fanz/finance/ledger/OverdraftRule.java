package network.fanz.finance.ledger;

import java.math.BigInteger;

/**
 * How much may leave an account: its balance on the normal side, minus the held amount, down to its minimum. An account without a normal
 * side has no bound.
 *
 * <p>Only this class states the rule in the program. The constraint {@code bound} of the table {@code ledger.account} repeats it as the
 * second line of defence. All amounts are base units of one asset.
 */
public final class OverdraftRule {
    private OverdraftRule() {}

    /** The posted balance on the normal side; credits minus debits for an account without one. */
    public static BigInteger balance(NormalSide side, BigInteger debits, BigInteger credits) {
        return side == NormalSide.DEBIT ? debits.subtract(credits) : credits.subtract(debits);
    }

    /** The part of a balance that no hold has taken. */
    public static BigInteger available(
            NormalSide side, BigInteger balance, BigInteger pendingDebits, BigInteger pendingCredits) {
        return balance.subtract(side == NormalSide.DEBIT ? pendingCredits : pendingDebits);
    }

    /** @param headroom what is available above the minimum */
    public static boolean isBroken(NormalSide side, BigInteger headroom) {
        return side != NormalSide.NONE && headroom.signum() < 0;
    }
}
