package network.fanz.finance.ledger;

/** Where a posting by hand stands. */
public enum HandPostingState {
    /** Waits for a second person. */
    PROPOSED,
    /** A second person has approved it; the ledger has not answered yet. */
    APPROVED,
    /** It is in the books. */
    RECORDED,
    /** Approved, and refused by the ledger. */
    REFUSED,
    /** Somebody said no, or the proposer took it back. */
    REJECTED,
    /** Nobody decided in time, or whoever proposed it could not propose it any more. */
    LAPSED;

    /** How events and the audit log name it; it never changes. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
