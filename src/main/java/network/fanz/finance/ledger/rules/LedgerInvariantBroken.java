package network.fanz.finance.ledger.rules;

/** The rules have made a draft that breaks an invariant: a defect of this program. Nothing of the draft is written. */
public final class LedgerInvariantBroken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LedgerInvariantBroken(String invariant) {
        super("A draft breaks a rule of the ledger: " + invariant + ".");
    }
}
