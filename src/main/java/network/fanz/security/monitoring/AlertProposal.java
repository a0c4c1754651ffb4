package network.fanz.security.monitoring;

/** What the program proposes about an alert, and does only when a person has confirmed it. */
public enum AlertProposal {
    /** Refuse sign-in and payments from the alert's address for a while. */
    BLOCK_ADDRESS
}
