package network.fanz.finance.ledger;

/** Whether an account takes part in postings. The constants' order is stored, so it never changes. */
public enum LedgerAccountState {
    OPEN,
    /** Only holds from before the freeze can move: they are posted or given back. */
    FROZEN,
    /** The account is empty and stays so. */
    CLOSED
}
