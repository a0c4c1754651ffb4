package network.fanz.finance.ledger;

import network.fanz.common.Money;
import org.springframework.stereotype.Component;

/** The books. */
@Component
public class Ledger {
    /** Opens an account; the same owner, code and asset always give the same account. */
    public LedgerAccountId createAccount(NewLedgerAccount account) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records a posting and answers when it is durable. It has its own transaction, shared with others that arrive at the same time:
     * whoever dies before the answer repeats the call with the same id. Emits {@code transaction_posted}.
     */
    public Outcome recordTransaction(Posting posting) {
        throw new UnsupportedOperationException();
    }

    /** What the account holds on the side it grows on, posted entries only. */
    public Money balance(LedgerAccountId account) {
        throw new UnsupportedOperationException();
    }
}
