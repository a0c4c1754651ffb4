package network.fanz.finance.ledger;

/** The side on which an account grows. */
public enum NormalSide {
    NONE(0),
    CREDIT(1),
    DEBIT(2);

    private final int number;

    NormalSide(int number) {
        this.number = number;
    }

    /** The stored value; it never changes. */
    public int number() {
        return number;
    }

    public static NormalSide of(int number) {
        return values()[number];
    }
}
