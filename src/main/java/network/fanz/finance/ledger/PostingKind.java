package network.fanz.finance.ledger;

/** What a posting does. */
public enum PostingKind {
    POST(1),
    PENDING(2),
    POST_PENDING(3),
    VOID_PENDING(4),
    REVERSAL(5);

    private final int number;

    PostingKind(int number) {
        this.number = number;
    }

    /** What is stored; it never changes. */
    public int number() {
        return number;
    }

    public static PostingKind of(int number) {
        return values()[number - 1];
    }

    /** Whether it brings its own legs, or takes them from the posting that it refers to. */
    boolean hasLegs() {
        return this == POST || this == PENDING;
    }
}
