package network.fanz.security.fraud;

/** The outcome of an assessed transaction. */
public enum TransactionOutcome {
    SETTLED,
    /** The bank or the provider refused it. */
    DECLINED,
    /** The buyer never finished it. */
    ABANDONED,
    REFUNDED
}
