package network.fanz.finance.ledger.rules;

import java.math.BigInteger;
import network.fanz.common.Asset;
import network.fanz.finance.ledger.LedgerAccountState;
import network.fanz.finance.ledger.NormalSide;
import network.fanz.finance.ledger.OverdraftRule;
import network.fanz.finance.ledger.RejectionReason;
import org.jspecify.annotations.Nullable;

/** An account's balances between two entries. An entry makes the next balance and leaves this one as it is. */
public record AccountBalance(
        long id,
        int assetId,
        Asset asset,
        NormalSide side,
        LedgerAccountState state,
        BigInteger minimum,
        BigInteger debits,
        BigInteger credits,
        BigInteger pendingDebits,
        BigInteger pendingCredits,
        long version,
        long lastSeq) {
    /** 78 digits: the limit of the database column. */
    private static final BigInteger LIMIT = BigInteger.TEN.pow(78);

    AccountBalance debit(BigInteger posted, BigInteger pending, long seq) {
        return next(debits.add(posted), credits, pendingDebits.add(pending), pendingCredits, seq);
    }

    AccountBalance credit(BigInteger posted, BigInteger pending, long seq) {
        return next(debits, credits.add(posted), pendingDebits, pendingCredits.add(pending), seq);
    }

    private AccountBalance next(
            BigInteger newDebits,
            BigInteger newCredits,
            BigInteger newPendingDebits,
            BigInteger newPendingCredits,
            long seq) {
        return new AccountBalance(
                id,
                assetId,
                asset,
                side,
                state,
                minimum,
                newDebits,
                newCredits,
                newPendingDebits,
                newPendingCredits,
                version + 1,
                seq);
    }

    /** Credits minus debits, posted only. */
    BigInteger net() {
        return credits.subtract(debits);
    }

    /** Why the account must not have this balance; null if it may. */
    @Nullable RejectionReason violation() {
        if (OverdraftRule.isBroken(side, headroom())) {
            return RejectionReason.INSUFFICIENT_FUNDS;
        }
        boolean inRange = inRange(debits) && inRange(credits) && inRange(pendingDebits) && inRange(pendingCredits);
        return inRange ? null : RejectionReason.OUT_OF_RANGE;
    }

    /** What may still leave the account. */
    private BigInteger headroom() {
        BigInteger balance = OverdraftRule.balance(side, debits, credits);
        return OverdraftRule.available(side, balance, pendingDebits, pendingCredits)
                .subtract(minimum);
    }

    private static boolean inRange(BigInteger units) {
        return units.bitLength() < 259 || units.compareTo(LIMIT) < 0;
    }
}
