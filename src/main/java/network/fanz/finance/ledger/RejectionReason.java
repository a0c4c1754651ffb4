package network.fanz.finance.ledger;

/** Why a posting is refused. The number is stored, so it never changes. */
public enum RejectionReason {
    INSUFFICIENT_FUNDS(1),
    ACCOUNT_UNKNOWN(2),
    ACCOUNT_FROZEN(3),
    ACCOUNT_CLOSED(4),
    ASSET_MISMATCH(5),
    PENDING_UNKNOWN(6),
    PENDING_ALREADY_POSTED(7),
    PENDING_ALREADY_VOIDED(8),
    PENDING_EXPIRED(9),
    ALREADY_REVERSED(10),
    /** The id belongs to another request, whose outcome does not change. This reason is never stored. */
    ID_USED_FOR_ANOTHER(11),
    /** The posting to reverse does not exist. */
    POSTING_UNKNOWN(12),
    /** Only a POST or a POST_PENDING can be reversed. */
    NOT_REVERSIBLE(13),
    /** A total would have more than 78 digits. */
    OUT_OF_RANGE(14),
    /** The posting to post, void or reverse belongs to another part of the program. */
    KEPT_BY_ANOTHER(15);

    private final int number;

    RejectionReason(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static RejectionReason of(int number) {
        return values()[number - 1];
    }
}
