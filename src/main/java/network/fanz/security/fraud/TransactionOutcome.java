package network.fanz.security.fraud;

/** What became of a transaction that was assessed. */
public enum TransactionOutcome {
    SETTLED,
    /** The bank or the provider said no. */
    DECLINED,
    /** The buyer never finished it. */
    ABANDONED,
    REFUNDED
}
