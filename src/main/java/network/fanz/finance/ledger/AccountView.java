package network.fanz.finance.ledger;

import java.math.BigInteger;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.finance.ledger.NewLedgerAccount.Side;

/** An account as JSON. */
record AccountView(
        LedgerAccountId id,
        String ownerId,
        AccountCode code,
        Asset asset,
        Side side,
        LedgerAccount.State state,
        Money minimum,
        Money balance,
        Money available,
        Money pendingDebits,
        Money pendingCredits,
        long version) {
    static AccountView of(LedgerAccount account) {
        return new AccountView(
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
