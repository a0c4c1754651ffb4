package network.fanz.finance.ledger;

import java.math.BigInteger;
import network.fanz.common.Asset;
import network.fanz.common.Money;

/** An account as JSON. */
record LedgerAccountView(
        LedgerAccountId id,
        String ownerId,
        AccountCode code,
        Asset asset,
        NormalSide side,
        LedgerAccountState state,
        Money minimum,
        Money balance,
        Money available,
        Money pendingDebits,
        Money pendingCredits,
        long version) {
    static LedgerAccountView of(LedgerAccount account) {
        return new LedgerAccountView(
                account.id(),
                account.ownerId(),
                account.code(),
                account.asset(),
                account.side(),
                account.state(),
                money(account, account.minimum()),
                account.balance(),
                account.available(),
                money(account, account.pendingDebits()),
                money(account, account.pendingCredits()),
                account.version());
    }

    private static Money money(LedgerAccount account, BigInteger units) {
        return new Money(account.asset(), units);
    }
}
