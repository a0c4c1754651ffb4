package network.fanz.security.fraud;

/** Why our own rules decline a payment. What a buyer reads of each stands in the book of rules. */
public enum RiskRefusal {
    /** Several things together make it too risky. */
    RISK,
    /** Too many cards of the account were refused. */
    REFUSED_CARDS,
    /** Too many cards were refused from the same address or device, and the account has no good history. */
    REFUSED_CARDS_NEARBY,
    /** A limit of what may be paid in a time: no suspicion. */
    SPENDING_LIMIT,
    /** Too many payments wait for a card: no suspicion. */
    UNFINISHED_PAYMENTS,
    /** The payer's bank has taken back earlier payments. */
    DISPUTED;

    /** What a buyer reads whose payment is declined for it. */
    public String buyerWords() {
        return this == RISK ? FraudRuleBook.RISK_WORDS : FraudRuleBook.current().buyerWords(this);
    }
}
