package network.fanz.finance.ledger;

/**
 * The part of the program that a posting belongs to. The program says it, no request does. Only its keeper posts, voids or reverses a
 * posting; the number is stored, so it never changes.
 */
public enum Keeper {
    /** Recorded before keepers were written down. */
    UNKNOWN(0),
    /** The payments: what they hold, post and give back follows from a payment's state, and from nothing else. */
    PAYMENTS(1),
    /** People, by hand: {@link HandPostings}. */
    HAND(2),
    /** The ledger itself, which ends holds whose time is over. */
    LEDGER(3);

    private final int number;

    Keeper(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Keeper of(int number) {
        return values()[number];
    }

    /**
     * Whether it may post, void or reverse another posting.
     *
     * @param other the keeper of that posting
     * @param referenceType what that posting says it is for
     */
    public boolean mayResolve(Keeper other, String referenceType) {
        return switch (this) {
            case PAYMENTS -> other == PAYMENTS || other == UNKNOWN;
            case HAND -> other == HAND || other == UNKNOWN && !isOfPayments(referenceType);
            case LEDGER -> true;
            case UNKNOWN -> false;
        };
    }

    /** Of a posting whose keeper is not written down there is only its word. */
    private static boolean isOfPayments(String referenceType) {
        return referenceType.equals("payment") || referenceType.equals("refund");
    }
}
