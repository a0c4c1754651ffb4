package network.fanz.finance.ledger;

/** Whether an account takes part. The order is what is stored. */
public enum LedgerAccountState {
    OPEN,
    /** Nothing moves but holds that were there before, which are posted or given back. */
    FROZEN,
    /** Empty, for ever. */
    CLOSED
}
