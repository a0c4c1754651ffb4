package network.fanz.finance.ledger;

/** The chart of accounts. The number is stored, so it never changes. */
public enum AccountCode {
    /** Our money at the card provider: debited when a fan pays. */
    PROVIDER_CLEARING(100, Keeper.PAYMENTS),
    /** A fan's wallet. */
    FAN_WALLET(200, Keeper.PAYMENTS),
    /** A fan's card payments on their way to creator and platform: each payment adds and takes the same amount. */
    FAN_PURCHASES(201, Keeper.PAYMENTS),
    /** A creator's earnings that are not yet paid out. */
    CREATOR_EARNINGS(210, Keeper.PAYMENTS),
    /** What the platform keeps. */
    PLATFORM_FEES(400, Keeper.PAYMENTS),
    /** Our money at a bank, as people enter it by hand. */
    BANK(110, Keeper.HAND),
    /** The other side of corrections by hand. */
    ADJUSTMENTS(900, Keeper.HAND);

    private final int number;
    private final Keeper keeper;

    AccountCode(int number, Keeper keeper) {
        this.number = number;
        this.keeper = keeper;
    }

    /** Who opens and closes such accounts: an account that payments derive from a person can never be opened in another shape. */
    Keeper keeper() {
        return keeper;
    }

    /** The side on which such accounts grow in the ordinary way of things, whatever they are bounded by; corrections have none. */
    NormalSide ordinarySide() {
        return switch (this) {
            case PROVIDER_CLEARING, BANK -> NormalSide.DEBIT;
            case FAN_WALLET, FAN_PURCHASES, CREATOR_EARNINGS, PLATFORM_FEES -> NormalSide.CREDIT;
            case ADJUSTMENTS -> NormalSide.NONE;
        };
    }

    public int number() {
        return number;
    }

    /** @throws IllegalStateException if no account has this number */
    public static AccountCode of(int number) {
        for (AccountCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalStateException("No account code " + number);
    }
}
