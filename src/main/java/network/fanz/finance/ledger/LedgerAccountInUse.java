package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** An account is closed only when it is empty. */
@ProblemType(value = "ledger-account-in-use", status = 409, title = "The account is not empty")
public final class LedgerAccountInUse extends Problem {
    private static final long serialVersionUID = 1L;

    LedgerAccountInUse(LedgerAccountId account) {
        super(Sentence.of("Account {0} still has a balance or something pending.", account));
    }
}
