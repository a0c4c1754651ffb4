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

    /** How it would stand after a transfer of this kind has debited it. */
    LedgerAccount debited(PostingKind kind, BigInteger units) {
        return with(debits.add(kind.posted(units)), credits, pendingDebits.add(kind.held(units)), pendingCredits);
    }

    /** How it would stand after a transfer of this kind has credited it. */
    LedgerAccount credited(PostingKind kind, BigInteger units) {
        return with(debits, credits.add(kind.posted(units)), pendingDebits, pendingCredits.add(kind.held(units)));
    }

    private LedgerAccount with(
            BigInteger newDebits, BigInteger newCredits, BigInteger newPendingDebits, BigInteger newPendingCredits) {
        return new LedgerAccount(
                id,
                ownerId,
                code,
                asset,
                side,
                state,
                minimum,
                newDebits,
                newCredits,
                newPendingDebits,
                newPendingCredits,
                version + 1);
    }

    boolean isEmpty() {
        return debits.equals(credits) && pendingDebits.signum() == 0 && pendingCredits.signum() == 0;
    }
}
