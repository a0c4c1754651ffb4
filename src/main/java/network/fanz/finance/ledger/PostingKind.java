package network.fanz.finance.ledger;

import java.math.BigInteger;

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

    /** The stored value; it never changes. */
    public int number() {
        return number;
    }

    public static PostingKind of(int number) {
        return values()[number - 1];
    }

    /** Whether its transfers change what accounts hold; the others only hold an amount back, or give it free again. */
    public boolean movesBalance() {
        return this != PENDING && this != VOID_PENDING;
    }

    /** By how much its transfer of this amount changes what an account holds. */
    public BigInteger posted(BigInteger amount) {
        return movesBalance() ? amount : BigInteger.ZERO;
    }

    /** By how much its transfer of this amount changes what is held back. */
    public BigInteger held(BigInteger amount) {
        return switch (this) {
            case PENDING -> amount;
            case POST_PENDING, VOID_PENDING -> amount.negate();
            case POST, REVERSAL -> BigInteger.ZERO;
        };
    }

    /** Whether it has its own legs; other kinds use the legs of the posting they refer to. */
    boolean hasLegs() {
        return this == POST || this == PENDING;
    }
}
