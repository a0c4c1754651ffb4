package network.fanz.security.fraud;

/** The outcome of an assessed transaction; a settled one may have a second, when it is given or taken back. */
public enum TransactionOutcome {
    SETTLED,
    /** The bank or the provider refused it. */
    DECLINED,
    /** The buyer never finished it. */
    ABANDONED,
    REFUNDED,
    /** The payer's bank has taken it back. */
    DISPUTED
}
