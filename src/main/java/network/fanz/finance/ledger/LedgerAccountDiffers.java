package network.fanz.finance.ledger;

import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The account exists, with another side or another minimum. */
@ProblemType(value = "ledger-account-differs", status = 409, title = "The account exists and differs")
public final class LedgerAccountDiffers extends Problem {
    private static final long serialVersionUID = 1L;

    LedgerAccountDiffers(LedgerAccountId account) {
        super(Sentence.of("Account {0} has this owner, code and asset, but another side or minimum.", account));
    }
}
