package network.fanz.finance.ledger;

import java.math.BigInteger;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Sentence;

/**
 * An account to open.
 *
 * @param ownerId its owner: an account id, or a system name such as {@code platform}
 * @param code its code in the chart of accounts
 * @param asset the asset that it counts
 * @param side the side on which it grows, and so which balance is bounded. CREDIT: posted credits minus posted and pending debits never
 *     fall below the minimum. DEBIT: the same with credits and debits exchanged. NONE: no bound
 * @param minimumBalance in base units; a negative minimum permits an overdraft
 */
public record NewLedgerAccount(
        String ownerId, AccountCode code, Asset asset, NormalSide side, BigInteger minimumBalance) {
    private static final int OWNER_LENGTH_MAX = 100;

    public NewLedgerAccount {
        if (ownerId.isBlank() || ownerId.length() > OWNER_LENGTH_MAX) {
            throw new InvalidField("ownerId", Sentence.of("1 to {0} characters.", OWNER_LENGTH_MAX));
        }
        if (side != NormalSide.NONE && minimumBalance.signum() > 0) {
            throw new InvalidField("minimum", "An account begins with nothing, so its minimum is zero or below.");
        }
    }

    /** An account that grows by credits and is never overdrawn. */
    public static NewLedgerAccount credit(String ownerId, AccountCode code, Asset asset) {
        return new NewLedgerAccount(ownerId, code, asset, NormalSide.CREDIT, BigInteger.ZERO);
    }

    /** An account without a bound. */
    public static NewLedgerAccount unbounded(String ownerId, AccountCode code, Asset asset) {
        return new NewLedgerAccount(ownerId, code, asset, NormalSide.NONE, BigInteger.ZERO);
    }
}
